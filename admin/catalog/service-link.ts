import { Check, Copy, Link, RefreshCw, Unlink } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import { useLoad } from '../kit/load.js';

/** The link by which a private service can be booked: to make, to copy, to make anew and to take back. Each holds at once. */
export function ServiceLink({ id }: { id: number }): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const params = { id: String(id) };
  const { data, reload } = useLoad(`link ${id}`, (signal) => api.call('GET /services/:id/link', { params, signal }));
  const [copied, setCopied] = useState(false);
  const change = async (work: Promise<unknown>, text: string) => {
    setCopied(false);
    try {
      await work;
      toasts.show({ text });
    } catch (error) {
      toasts.show({ kind: 'danger', text: errorWords(words, error) });
    }
    reload();
  };
  const make = () => void change(api.call('POST /services/:id/link', { params }), t('catalog.linkMade'));
  const revoke = () => void change(api.call('DELETE /services/:id/link', { params }), t('catalog.linkRevoked'));
  const link = data?.link;
  const copy = async () => {
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Without leave to write there, it can be copied by hand.
      document.querySelector<HTMLInputElement>('[name=serviceLink]')?.select();
    }
  };
  if (!data) return html`<div></div>`;
  if (!link)
    return html`<div class="service-link">
      <p class="field-hint">${t('catalog.linkText')}</p>
      ${h(Button, { size: 'small', icon: Link, onPress: make, children: t('catalog.makeLink') })}
    </div>`;
  return html`<div class="service-link">
    ${h(TextField, { label: t('catalog.link'), name: 'serviceLink', type: 'url', value: link, onValue: () => {}, hint: t('catalog.linkHint') })}
    <div class="service-picture-buttons">
      ${h(Button, { size: 'small', icon: copied ? Check : Copy, onPress: copy, children: t(copied ? 'catalog.linkCopied' : 'catalog.copyLink') })}
      ${h(Button, { size: 'small', kind: 'quiet', icon: RefreshCw, onPress: make, children: t('catalog.remakeLink') })}
      ${h(Button, { size: 'small', kind: 'quiet', icon: Unlink, onPress: revoke, children: t('catalog.revokeLink') })}
    </div>
  </div>`;
}
