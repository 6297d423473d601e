import { CircleAlert, ImagePlus, Trash2 } from 'lucide';
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { useAdmin } from '../admin-context.js';
import { useDroppedFiles } from '../customers/picture/dropped-files.js';
import { acceptedPictures, dataAddress, largestPicture } from '../customers/picture/send-picture.js';

export interface ServicePictureProps {
  /** The picture that is kept. */
  kept: string | null;
  /** What was chosen in its place; null: none; undefined: it stays. Sent when the form is saved. */
  chosen: File | null | undefined;
  onChosen: (chosen: File | null) => void;
  /** What the server said about it. */
  error: string | undefined;
}

/** The picture of a service, to choose, drop or paste, to look at and to remove. */
export function ServicePicture({ kept, chosen, onChosen, error }: ServicePictureProps): View {
  const { t } = useAdmin().words;
  const input = useRef<HTMLInputElement>(null);
  const [preview, setPreview] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | undefined>();
  const shown = chosen === undefined ? kept : chosen === null ? null : preview;
  const said = wrong ?? error;
  const take = (file: File) => {
    if (file.size > largestPicture) return setWrong(t('picture.tooLarge'));
    setWrong(undefined);
    onChosen(file);
  };
  const { element, over } = useDroppedFiles<HTMLDivElement>(true, take);
  useEffect(() => {
    setPreview(null);
    if (chosen) void dataAddress(chosen).then(setPreview);
  }, [chosen]);
  const choose = (event: Event) => {
    const field = event.currentTarget as HTMLInputElement;
    if (field.files?.[0]) take(field.files[0]);
    // The same file can be chosen again.
    field.value = '';
  };
  return html`<div class=${`service-picture ${over ? 'over' : ''}`} ref=${element} role="group" aria-label=${t('catalog.picture')}>
    ${shown !== null && html`<img src=${shown} alt=${t('catalog.picture')} width="96" height="96" />`}
    <div>
      <div class="service-picture-buttons">
        ${h(Button, {
          size: 'small',
          name: 'picture',
          icon: ImagePlus,
          onPress: () => input.current?.click(),
          children: t(shown === null ? 'catalog.choosePicture' : 'catalog.replacePicture'),
        })}
        ${
          (shown !== null || chosen) &&
          h(Button, {
            size: 'small',
            kind: 'quiet',
            icon: Trash2,
            onPress: () => onChosen(null),
            children: t('catalog.removePicture'),
          })
        }
      </div>
      <input ref=${input} type="file" accept=${acceptedPictures} hidden onChange=${choose} />
      <p class="field-hint">${t('catalog.pictureHint')}</p>
      <div role="alert">
        ${said && html`<p class="field-error">${h(Icon, { icon: CircleAlert, size: 16 })}<span>${said}</span></p>`}
      </div>
    </div>
  </div>`;
}
