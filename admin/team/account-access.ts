import { Ban, CircleCheck, LogOut, Mail, Send } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { TeamAccount } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { ReasonButton } from '../kit/reason-button.js';
import { MoveAddress } from './move-address.js';
import { teamFault } from './team-words.js';
import { useCall } from './use-call.js';

/** Whether and how somebody gets in: disable, enable, sign out, invite again, another address. */
export function AccountAccess({ account, onChanged }: { account: TeamAccount; onChanged: () => void }): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const [asking, setAsking] = useState(false);
  const [moving, setMoving] = useState(false);
  const call = useCall((error) => teamFault(words, error));
  const { name, email, status, lastOwner } = account;
  const params = { id: String(account.id) };
  const keeps = lastOwner ? t('team.lastOwner') : null;

  const act = (work: () => Promise<string>) => () =>
    call.run(async () => {
      toasts.show({ text: await work() });
      setAsking(false);
      onChanged();
    });
  const disable = act(async () => {
    await api.call('PATCH /accounts/:id', { params, body: { status: 'disabled' } });
    return t('team.disabled', { name });
  });
  const enable = act(async () => {
    const enabled = await api.call('PATCH /accounts/:id', { params, body: { status: 'active' } });
    return enabled.status === 'invited' ? t('team.enabledInvited', { name }) : t('team.enabled', { name });
  });
  const endSessions = act(async () => {
    await api.call('POST /accounts/:id/sessions-end', { params, body: {} });
    return t('team.endedSessions', { name });
  });
  const inviteAgain = act(async () => {
    await api.call('POST /accounts/:id/invitation', { params, body: {} });
    return t('team.invited', { email });
  });

  return html`
    <h3>${t('team.access')}</h3>
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    <div class="team-access">
      ${status === 'invited' && h(ReasonButton, { icon: Send, reason: null, onPress: inviteAgain, children: t('team.inviteAgain') })}
      ${status === 'active' && h(ReasonButton, { icon: LogOut, reason: null, onPress: endSessions, children: t('team.endSessions') })}
      ${status !== 'disabled' && h(ReasonButton, { icon: Mail, reason: keeps, onPress: () => setMoving(true), children: t('team.move') })}
      ${
        status === 'disabled'
          ? h(ReasonButton, { icon: CircleCheck, reason: null, onPress: enable, children: t('team.enable') })
          : h(ReasonButton, { icon: Ban, reason: keeps, onPress: () => setAsking(true), children: t('team.disable') })
      }
    </div>
    ${moving && h(MoveAddress, { account, onDone: () => setMoving(false), onChanged })}
    ${h(Dialog, {
      open: asking,
      title: t('team.disable.title', { name }),
      closeLabel: t('common.close'),
      onClose: () => setAsking(false),
      children: html`<p>${t('team.disable.text')}</p>`,
      actions: html`${h(Button, { onPress: () => setAsking(false), children: t('team.cancel') })}
        ${h(Button, { kind: 'danger', busy: call.busy, onPress: disable, children: t('team.disable') })}`,
    })}
  `;
}
