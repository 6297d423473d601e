import Sortable from 'sortablejs';

/** Makes a list sortable by dragging. A file of its own, so that its code is fetched when a list is there to be sorted. */
export const makeSortable = Sortable.create;
