import { LogOut } from 'lucide';
import { h } from 'preact';
import { Badge } from '../../widget/kit/badge.js';
import { Button } from '../../widget/kit/button.js';
import { formatDay, formatTime, visitorZone } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { Problem } from '../kit/problem.js';
import { ReasonButton } from '../kit/reason-button.js';
import { useCall } from './use-call.js';

/** Where one is signed in, and the way out of each. */
export function OwnSessions(): View {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const sessions = useLoad('own sessions', (signal) => api.call('GET /account/sessions', { signal }));
  const call = useCall();
  const items = sessions.data?.items;
  const here = visitorZone();
  const moment = (instant: string) =>
    `${formatDay(language, instant, 'short', here)}, ${formatTime(language, instant, here)}`;
  const end = (id: string) => () =>
    call.run(async () => {
      await api.call('DELETE /account/sessions/:id', { params: { id } });
      toasts.show({ text: t('ownAccount.ended') });
      sessions.reload();
    });
  const endOthers = () =>
    call.run(async () => {
      await api.call('DELETE /account/sessions', {});
      toasts.show({ text: t('ownAccount.endedOthers') });
      sessions.reload();
    });
  return html`<section>
    <h2>${t('ownAccount.sessions')}</h2>
    ${sessions.error !== undefined && h(Problem, { error: sessions.error, onRetry: sessions.reload, beside: true })}
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${!items && sessions.error === undefined && h(Skeleton, { rows: 2, height: 48, label: t('common.loading') })}
    ${
      items &&
      html`<ul class="own-sessions">
        ${items.map(
          (session) => html`<li key=${session.id}>
            <span>${t('ownAccount.seen')}: ${moment(session.seenAt)}
              <small>${t('ownAccount.since')}: ${moment(session.createdAt)}</small></span>
            ${
              session.current
                ? h(Badge, { meaning: 'info', children: t('ownAccount.here') })
                : h(Button, { size: 'small', icon: LogOut, onPress: end(session.id), children: t('ownAccount.end') })
            }
          </li>`,
        )}
      </ul>
      ${h(ReasonButton, {
        icon: LogOut,
        reason: items.length > 1 ? null : t('ownAccount.onlyHere'),
        onPress: endOthers,
        children: t('ownAccount.endOthers'),
      })}`
    }
  </section>`;
}
