import { CircleAlert, ImagePlus, Trash2 } from 'lucide';
import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { useDroppedFiles } from './dropped-files.js';
import css from './picture-field.css';
import { Portrait } from './portrait.js';
import { RemovePicture } from './remove-picture.js';
import { acceptedPictures } from './send-picture.js';
import { usePicture } from './use-picture.js';

style(css);

/** What has a picture and is there already. */
export interface PicturePlace {
  /** Answers the picture's address. */
  send(file: Blob, signal: AbortSignal): Promise<string>;
  remove(): Promise<unknown>;
}

export interface PictureFieldProps {
  /** The customer number; null for one that is not added yet: then the file is handed to `onFile`, to be sent afterwards. */
  number: number | null;
  /** What is no customer, in place of `number`. */
  place?: PicturePlace;
  picture: string | null;
  /** Whose picture it is. */
  name: string;
  /** Whether it may be changed: `customers.edit`, or adding a customer. */
  may: boolean;
  /** The picture has changed on the server. */
  onPicture: (picture: string | null) => void;
  /** The file for a customer that is not added yet, or null when it was taken away again. */
  onFile?: (file: File | null) => void;
}

/** The picture of a customer or of somebody else, to choose, drop or paste, to look at and to remove (FEATURES A020). */
export function PictureField(props: PictureFieldProps): View {
  const { name, may, picture } = props;
  const { t } = useAdmin().words;
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const { shown, busy, error, take, stop, remove } = usePicture(props);
  const { element, over } = useDroppedFiles<HTMLDivElement>(may && !busy, take);
  const choose = (event: Event) => {
    const { files } = event.currentTarget as HTMLInputElement;
    if (files?.[0]) void take(files[0]);
    // The same file can be chosen again.
    (event.currentTarget as HTMLInputElement).value = '';
  };
  const person = name === '' ? t('picture.label') : t('picture.of', { name });
  return html`<div class=${`picture-field ${over ? 'over' : ''}`} ref=${element} role="group" aria-label=${t('picture.label')}>
    <span class=${busy ? 'busy' : ''}>${h(Portrait, { picture: shown, name: shown === null ? '' : person, size: 96 })}</span>
    <div class="picture-field-side">
      ${
        may &&
        html`<div class="picture-field-buttons">
          ${h(Button, {
            size: 'small',
            icon: ImagePlus,
            busy,
            onPress: () => input.current?.click(),
            children: busy ? t('picture.sending') : t(shown === null ? 'picture.choose' : 'picture.replace'),
          })}
          ${busy && h(Button, { size: 'small', kind: 'quiet', onPress: stop, children: t('picture.stop') })}
          ${
            !busy &&
            shown !== null &&
            h(Button, {
              size: 'small',
              kind: 'quiet',
              icon: Trash2,
              onPress: () => (picture === null ? remove() : setAsking(true)),
              children: t('picture.remove'),
            })
          }
        </div>
        <input ref=${input} type="file" accept=${acceptedPictures} hidden onChange=${choose} />`
      }
      <p class="field-hint">${may ? t('picture.hint') : t('picture.mayNot')}</p>
      <div role="alert">
        ${error && html`<p class="field-error">${h(Icon, { icon: CircleAlert, size: 16 })}<span>${error}</span></p>`}
      </div>
    </div>
    ${h(RemovePicture, {
      open: asking,
      name,
      onClose: () => setAsking(false),
      onRemove: async () => {
        setAsking(false);
        await remove();
      },
    })}
  </div>`;
}
