import { h } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { Badge } from '../../widget/kit/badge.js';
import { Button } from '../../widget/kit/button.js';
import { formatDay, formatTime, visitorZone } from '../../widget/kit/dates.js';
import { Drawer } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import type { Mail } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import { Choice } from '../kit/choice.js';
import { Facts } from '../kit/facts.js';
import { useLoad } from '../kit/load.js';
import { Problem } from '../kit/problem.js';
import { MailFrame } from './mail-frame.js';
import css from './message-drawer.css';
import { stateLook } from './states.js';

style(css);

export interface MessageDrawerProps {
  id: string | undefined;
  onClose: () => void;
  onRetried: () => void;
}

/** One message: to whom, how it fared, and what it looks like. */
export function MessageDrawer({ id, onClose, onRetried }: MessageDrawerProps): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const known = /^[1-9]\d{0,14}$/.test(id ?? '') ? id : undefined;
  const mail = useLoad(known ?? '', (signal) =>
    known ? api.call('GET /messages/:id', { params: { id: known }, signal }) : Promise.resolve(undefined),
  );
  const shown = mail.data && String(mail.data.id) === known ? mail.data : undefined;
  const content = shown
    ? h(Content, { key: shown.id, mail: shown })
    : mail.error !== undefined && !mail.waiting
      ? h(Problem, { error: mail.error, onRetry: mail.reload })
      : h(Skeleton, { rows: 6, height: 40, label: t('common.loading') });
  const retried = () => {
    mail.reload();
    onRetried();
  };
  return h(Drawer, {
    open: known !== undefined,
    title: shown?.subject ?? t('messages.title'),
    closeLabel: t('common.close'),
    onClose,
    children: content,
    actions: shown?.state === 'dead' && h(Retry, { id: String(shown.id), onRetried: retried }),
  });
}

function Content({ mail }: { mail: Mail }): View {
  const { t, language } = useAdmin().words;
  const [view, setView] = useState<'designed' | 'plain'>('designed');
  const here = visitorZone();
  const moment = (instant: string) =>
    `${formatDay(language, instant, 'short', here)}, ${formatTime(language, instant, here)}`;
  const { meaning, icon, word } = stateLook[mail.state];
  return html`<div class="mail">
    ${h(Facts, {
      facts: [
        [t('messages.to'), mail.recipientName ? `${mail.recipientName} <${mail.recipient}>` : mail.recipient],
        [t('messages.for'), t(`messages.audience.${mail.audience}`)],
        [t('messages.state'), h(Badge, { meaning, icon, children: t(word) })],
        [t('messages.when'), moment(mail.createdAt)],
        [t('messages.sentAt'), mail.sentAt && moment(mail.sentAt)],
        [t('messages.tries'), mail.attempts > 1 && mail.attempts],
        [t('messages.answer'), mail.state !== 'sent' && mail.lastAnswer],
      ],
    })}
    ${h(Choice<'designed' | 'plain'>, {
      label: t('messages.view'),
      value: view,
      options: [
        { value: 'designed', label: t('messages.designed') },
        { value: 'plain', label: t('messages.plain') },
      ],
      onValue: setView,
    })}
    ${view === 'designed' ? h(MailFrame, { source: mail.html, title: t('messages.frame') }) : html`<pre class="mail-text" tabindex="0">${mail.text}</pre>`}
    ${mail.calendar && html`<p class="field-hint">${t('messages.calendar')}</p>`}
  </div>`;
}

function Retry({ id, onRetried }: { id: string; onRetried: () => void }): View {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    try {
      await api.call('POST /messages/:id/retry', { params: { id }, body: {} });
      toasts.show({ text: words.t('messages.retried') });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      toasts.show({ kind: 'danger', text: errorWords(words, error) });
    }
    setBusy(false);
    onRetried();
  };
  return h(Button, { kind: 'primary', busy, onPress: retry, children: words.t('messages.retry') });
}
