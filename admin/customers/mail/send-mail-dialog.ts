import { Send } from 'lucide';
import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { Dialog, Drawer } from '../../../widget/kit/dialog.js';
import { TextArea, TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import type { Draft, MailTarget } from './draft.js';
import { changedDraft, emptyDraft, forgetDraft, keepDraft, readDraft } from './draft.js';
import type { MailProblem } from './mail-errors.js';
import { mailProblem } from './mail-errors.js';
import { MailPreview, useMailPreview } from './mail-preview.js';
import { inserted, PlaceholderBar } from './placeholder-bar.js';
import { Recipients, useRecipients } from './recipients.js';
import css from './send-mail-dialog.css';

style(css);

export interface SendMailDialogProps {
  open: boolean;
  to: MailTarget;
  onClose: () => void;
  /** The mail is on its way. */
  onSent?: () => void;
}

/** Writes to one customer, or a newsletter to those of a selection who are subscribed (FEATURES A115 to A117). */
export function SendMailDialog(props: SendMailDialogProps): View {
  const { t } = useAdmin().words;
  const { open, to, onClose } = props;
  if (open) return h(Form, { ...props, key: 'number' in to ? to.number : 'newsletter' });
  return h(Drawer, { open: false, title: t('mail.title'), closeLabel: t('common.close'), onClose });
}

function Form({ to, onClose, onSent }: SendMailDialogProps): View {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const [draft, setDraft] = useState<Draft>(() => readDraft(to));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<MailProblem | null>(null);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { preview, problem } = useMailPreview(to, draft);
  const recipients = useRecipients(to);
  const isNewsletter = 'selection' in to;
  const wrong = refused ?? problem;
  const unreachable = isNewsletter ? recipients.count === 0 : to.email === null;
  const incomplete = draft.subject.trim() === '' || draft.text.trim() === '';

  const change = (words: Partial<Draft>) => {
    const next = changedDraft(draft, words);
    setDraft(next);
    setRefused(null);
    keepDraft(to, next);
  };
  const insert = (text: string) => {
    const field = form.current?.querySelector('textarea');
    if (!field) return;
    const { value, cursor } = inserted(field, text);
    change({ text: value });
    field.value = value;
    field.focus();
    field.setSelectionRange(cursor, cursor);
  };
  const send = async () => {
    setAsking(false);
    setBusy(true);
    try {
      const { key: idempotencyKey, subject, text } = draft;
      if (isNewsletter) {
        const body = { selection: to.selection, subject, text, kind: 'newsletter' as const };
        const { recipients: count } = await api.call('POST /newsletters', { body, idempotencyKey });
        toasts.show({ text: t('mail.newsletterSent', { count }) });
      } else {
        const params = { number: String(to.number) };
        await api.call('POST /customers/:number/mail', { params, body: { subject, text }, idempotencyKey });
        toasts.show({ text: t('mail.sent', { name: to.name }) });
      }
      forgetDraft(to);
      setDraft(emptyDraft());
      onSent?.();
      onClose();
    } catch (error) {
      setBusy(false);
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      setRefused(mailProblem(words, error));
    }
  };
  const press = () => (isNewsletter ? setAsking(true) : void send());
  return html`
    ${h(Drawer, {
      open: true,
      title: t(isNewsletter ? 'mail.newsletterTitle' : 'mail.title'),
      closeLabel: t('common.close'),
      onClose,
      actions: [
        h(Button, { onPress: onClose, children: t('mail.later') }),
        h(Button, {
          kind: 'primary',
          icon: Send,
          busy,
          disabled: unreachable || incomplete || (isNewsletter && recipients.count === null),
          onPress: press,
          children: t('mail.send'),
        }),
      ],
      children: html`<form class="mail-form" ref=${form} onSubmit=${(event: Event) => event.preventDefault()}>
        ${
          isNewsletter
            ? h(Recipients, { ...recipients, selected: to.count })
            : html`<p class="mail-to-line"><span class="field-hint">${t('mail.to')}</span> <strong>${to.name}</strong> ${to.email && html`<span dir="ltr">${to.email}</span>`}</p>`
        }
        ${unreachable && h(Notice, { meaning: 'warning', children: t(isNewsletter ? 'mail.nobody' : 'mail.noAddress') })}
        ${h(TextField, {
          label: t('mail.subject'),
          name: 'subject',
          value: draft.subject,
          maxLength: 200,
          autocomplete: 'off',
          error: wrong?.field === 'subject' ? wrong.words : undefined,
          onValue: (subject: string) => change({ subject }),
        })}
        ${h(TextArea, {
          label: t('mail.text'),
          name: 'text',
          rows: 8,
          value: draft.text,
          maxLength: 15_000,
          hint: t('mail.textHint'),
          error: wrong?.field === 'text' ? wrong.words : undefined,
          onValue: (text: string) => change({ text }),
        })}
        ${h(PlaceholderBar, { onInsert: insert })}
        ${refused && refused.field === null && h(Notice, { meaning: 'danger', urgent: true, children: refused.words })}
        ${!unreachable && h(MailPreview, { preview, problem })}
      </form>`,
    })}
    ${h(Dialog, {
      open: asking,
      title: t('mail.askTitle'),
      closeLabel: t('common.close'),
      onClose: () => setAsking(false),
      actions: [
        h(Button, { onPress: () => setAsking(false), children: t('mail.askBack') }),
        h(Button, { kind: 'primary', onPress: send, children: t('mail.askSend', { count: recipients.count ?? 0 }) }),
      ],
      children: html`<p>${t('mail.askText', { subject: draft.subject })}</p>`,
    })}
  `;
}
