import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AdminApi } from '../../../server/api.js';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { BookingLine } from './coming-choice.js';
import { PersonExportLinks } from './person-export-links.js';
import css from './trash.css';
import { trashErrorWords } from './trash-error-words.js';

style(css);

type Coming = AdminApi['GET /customers/:number/trash-preview']['answer']['coming'];

export interface EraseDialogProps {
  open: boolean;
  customer: { number: number; name: string };
  onClose: () => void;
  onDone: () => void;
}

/** Asks for the customer number before everything personal goes for good (A081): what goes, and what stays. */
export function EraseDialog({ open, customer, onClose, onDone }: EraseDialogProps): View {
  if (!open) return h(Dialog, { open: false, title: '', closeLabel: '', onClose });
  return h(EraseOne, { key: customer.number, customer, onClose, onDone });
}

function EraseOne({ customer, onClose, onDone }: Omit<EraseDialogProps, 'open'>): View {
  const { api, words, may, sessionEnded } = useAdmin();
  const { t } = words;
  const { number, name } = customer;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [coming, setComing] = useState<Coming>([]);
  const form = useRef<HTMLFormElement>(null);

  const work = async (job: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await job();
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      const inTheWay = problem instanceof ApiError ? problem.details['coming'] : undefined;
      if (Array.isArray(inTheWay)) setComing(inTheWay as Coming);
      else setError(problem);
    }
    setBusy(false);
  };
  const erase = () => {
    const isRight = typed.trim().replace(/^#/, '') === String(number);
    setWrong(!isRight);
    if (!isRight) return form.current?.querySelector('input')?.focus();
    void work(async () => {
      await api.call('POST /customers/:number/erasure', { params: { number: String(number) }, body: { number } });
      onDone();
    });
  };
  const cancelAll = () =>
    work(async () => {
      for (const { reference } of coming) {
        await api.call('POST /bookings/:reference/cancellation', { params: { reference }, body: { reason: '' } });
        setComing((before) => before.filter((one) => one.reference !== reference));
      }
    });

  return h(Dialog, {
    open: true,
    title: t('erase.title', { name }),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('erase.keep') }),
      h(Button, { kind: 'danger', busy, disabled: coming.length > 0, onPress: erase, children: t('erase.confirm') }),
    ],
    children: html`<form class="trash-dialog" ref=${form} onSubmit=${(event: Event) => {
      event.preventDefault();
      if (!busy && coming.length === 0) erase();
    }}>
      <p>${t('erase.text')}</p>
      <dl class="erase-lists">
        <dt>${t('erase.goes')}</dt><dd>${t('erase.goesText')}</dd>
        <dt>${t('erase.stays')}</dt><dd>${t('erase.staysText', { number: String(number) })}</dd>
      </dl>
      ${h(PersonExportLinks, { number })}
      ${
        coming.length > 0 &&
        h(Notice, {
          meaning: 'warning',
          urgent: true,
          title: t('erase.coming', { count: coming.length }),
          children: html`<ul class="trash-list">${coming.map((booking) => html`<li>${h(BookingLine, { booking })}</li>`)}</ul>
            ${
              may('appointments.edit')
                ? h(Button, {
                    size: 'small',
                    busy,
                    onPress: cancelAll,
                    children: t('erase.cancelComing', { count: coming.length }),
                  })
                : html`<p>${t('erase.mayNotCancel')}</p>`
            }`,
        })
      }
      ${h(TextField, {
        label: t('erase.number', { number: String(number) }),
        name: 'number',
        value: typed,
        autocomplete: 'off',
        maxLength: 20,
        error: wrong ? t('erase.wrong', { number: String(number) }) : undefined,
        onValue: (value) => {
          setTyped(value);
          setWrong(false);
        },
      })}
      ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: trashErrorWords(words, error) })}
    </form>`,
  });
}
