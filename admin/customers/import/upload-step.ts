import { FileUp } from 'lucide';
import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { TextArea } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { sendFile } from '../../kit/send-file.js';
import { fileProblem } from './file-problem.js';
import type { Import } from './import-types.js';

/** The file as the server takes it: bytes, whatever the browser calls them. */
const media = 'application/octet-stream';

/** The first step: a file is chosen, dropped or pasted. */
export function UploadStep(): View {
  const { words, sessionEnded } = useAdmin();
  const { t } = words;
  const { route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>();

  const bring = async (file: Blob, name: string): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const query = name ? `?name=${encodeURIComponent(name.slice(-200))}` : '';
      const made = await sendFile<Import>('POST', `/customers/imports${query}`, file, media);
      route(`/admin/customers/import/${made.id}?step=reading`);
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'not_signed_in') sessionEnded();
      setError(failure);
      setBusy(false);
    }
  };
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) void bring(file, file.name);
    if (input.current) input.current.value = '';
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!busy) take(event.dataTransfer?.files);
  };
  return html`<section class="import-upload" aria-labelledby="import-upload-title">
    <h2 class="import-heading" id="import-upload-title">${t('import.heading.upload')}</h2>
    ${error !== undefined && h(Notice, { meaning: 'danger', urgent: true, title: t('import.notTaken'), children: html`<p>${fileProblem(words, error)}</p>` })}
    <div
      class=${over ? 'import-drop over' : 'import-drop'}
      onDragOver=${(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave=${() => setOver(false)}
      onDrop=${onDrop}
    >
      ${h(Icon, { icon: FileUp, size: 24 })}
      <p>${t('import.drop')}</p>
      <div class="import-buttons">
        ${h(Button, { kind: 'primary', busy, onPress: () => input.current?.click(), children: t('import.choose') })}
        ${h(Button, { expanded: pasting, disabled: busy, onPress: () => setPasting(!pasting), children: t('import.paste') })}
      </div>
      <input
        ref=${input}
        type="file"
        class="hidden-text"
        tabindex="-1"
        aria-label=${t('import.file')}
        accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        onChange=${() => take(input.current?.files)}
      />
      <p class="import-faint">${t('import.limits')}</p>
    </div>
    ${
      pasting &&
      html`<form class="import-paste" onSubmit=${(event: Event) => {
        event.preventDefault();
        if (text.trim() !== '') void bring(new Blob([text]), t('import.pasted'));
      }}>
        ${h(TextArea, { label: t('import.pasteLabel'), name: 'pasted', rows: 8, value: text, onValue: setText, hint: t('import.pasteHint') })}
        ${h(Button, { type: 'submit', kind: 'primary', busy, disabled: text.trim() === '', children: t('import.pasteSend') })}
      </form>`
    }
    <p class="import-faint">${t('import.sampleText')} <a href=${sampleHref()} download="customers-sample.csv">${t('import.sample')}</a></p>
  </section>`;
}

/** A file with every column that is often there, for filling in. */
const sampleHref = (): string => `data:text/csv;charset=utf-8,${encodeURIComponent(sample)}`;
const sample = `\uFEFF${[
  'First name,Last name,E-mail,Phone,Gender,Birth date,Newsletter,Address line 1,Postal code,City,Country,Note',
  'Ana,Silva,ana@example.com,+351 912 345 678,female,1990-05-31,yes,Rua Augusta 12,1100-053,Lisboa,Portugal,Prefers mornings',
  'Ben,Miller,ben@example.com,,male,,no,,,,,',
].join('\r\n')}\r\n`;
