import { CalendarPlus, Mail } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { ReasonButton } from '../../kit/reason-button.js';
import { SendMailDialog } from '../mail/send-mail-dialog.js';
import type { CustomerRecord } from './detail-types.js';

/** What is done most with a customer (FEATURES A068). What can't be done now says why. */
export function DetailToolbar({ record }: { record: CustomerRecord }): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const { route } = useLocation();
  const [writing, setWriting] = useState(false);
  const { number, name, email, status } = record;
  const inUse = status === 'active';
  const noMail = !inUse
    ? t('customer.notInUse')
    : !may('customers.mail')
      ? t('customer.mayNotMail')
      : email === null
        ? t('customer.noEmail')
        : null;
  return html`
    ${h(ReasonButton, { icon: Mail, reason: noMail, onPress: () => setWriting(true), children: t('customer.mail') })}
    ${h(ReasonButton, {
      icon: CalendarPlus,
      reason: !inUse ? t('customer.notInUse') : may('appointments.edit') ? null : t('customers.notAllowed'),
      onPress: () => route(`/admin/appointments/new?customer=${number}&step=category`),
      children: t('customer.book'),
    })}
    ${
      email !== null &&
      h(SendMailDialog, { open: writing, to: { number, name, email }, onClose: () => setWriting(false) })
    }
  `;
}
