import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AdminApi } from '../../../server/api.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { MailFrame } from '../../messages/mail-frame.js';
import type { Draft, MailTarget } from './draft.js';
import type { MailProblem } from './mail-errors.js';
import { mailProblem } from './mail-errors.js';

type Preview = AdminApi['POST /mail-previews']['answer'];

/** Milliseconds of silence after a key before the preview is asked for. */
const pause = 350;

/** The mail as its recipient will see it, a moment behind what is typed. The last good one stays while something is wrong. */
export function useMailPreview(
  target: MailTarget,
  { subject, text }: Draft,
): { preview: Preview | null; problem: MailProblem | null } {
  const { api, words } = useAdmin();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<MailProblem | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      const to = 'number' in target ? { number: target.number } : { selection: target.selection };
      try {
        const body = { to, subject, text };
        setPreview(await api.call('POST /mail-previews', { body, signal: abort.signal }));
        setProblem(null);
      } catch (error) {
        if (!abort.signal.aborted) setProblem(mailProblem(words, error));
      }
    };
    const timer = setTimeout(() => void ask(), preview ? pause : 0);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [subject, text]);
  return { preview, problem };
}

export function MailPreview({ preview, problem }: { preview: Preview | null; problem: MailProblem | null }): View {
  const { t } = useAdmin().words;
  return html`<section class="mail-preview" aria-labelledby="mail-preview-title">
    <h3 id="mail-preview-title">${t('mail.preview')}</h3>
    ${problem && problem.field === null && h(Notice, { meaning: 'warning', children: problem.words })}
    ${
      preview &&
      html`<p class="field-hint">${preview.to ? t('mail.previewFor', { name: preview.to.name, email: preview.to.email }) : t('mail.previewNobody')}</p>
        <p class="mail-preview-subject">${preview.subject || t('mail.noSubject')}</p>
        ${h(MailFrame, { source: preview.html, title: t('mail.frame') })}`
    }
  </section>`;
}
