/**
 * Properties that only the widget's own code reads and writes, and that never come from or go to the server, the page, the
 * document or Intl: they get short names while building. A name that is missing here costs a few bytes; one that is here in error
 * breaks what uses it, so the walks through the widget (test/e2e) come after every change.
 */
const own = [
  // What steps work with (widget/booking/context.ts) and keep (state.ts, visit.ts, zones.ts).
  ['choice', 'catalog', 'words', 'ownZone', 'dispatch', 'wordsFor'],
  [
    'adding',
    'visit',
    'contactDone',
    'refusedField',
    'accepted',
    'sending',
    'trouble',
    'booked',
    'providerDecided',
    'shown',
  ],
  // Options with another name than their attribute.
  ['prefill', 'successUrl'],
  // Props of the kit and of lists.
  ['onPress', 'onValue', 'onChecked', 'onLeave', 'onChoose', 'onMonth', 'onPick', 'onShow'],
  [
    'iconAfter',
    'iconTurns',
    'turns',
    'newTab',
    'wide',
    'expanded',
    'buttonRef',
    'meaning',
    'urgent',
    'word',
    'lead',
    'figure',
  ],
  ['firstMonth', 'lastMonth', 'isFree', 'nextFree', 'chosen'],
  ['previousLabel', 'nextLabel', 'todayLabel', 'lessLabel', 'moreLabel'],
];

/** Preact's inner fields, and what it looks for in component classes and options, which nobody here has. */
const preact = [
  ['__[a-zA-Z]', 'vnode', 'diffed', 'current', 'contextType', 'forceUpdate', 'setState', 'debounceRendering'],
  ['componentDidCatch', 'componentDidMount', 'componentDidUpdate', 'componentWillMount', 'componentWillReceiveProps'],
  [
    'componentWillUnmount',
    'componentWillUpdate',
    'shouldComponentUpdate',
    'getChildContext',
    'getSnapshotBeforeUpdate',
  ],
  ['getDerivedStateFromError', 'getDerivedStateFromProps'],
];

export const privateNames = new RegExp(`^(?:${[...own, ...preact].flat().join('|')})$`);
