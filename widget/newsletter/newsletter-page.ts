import { Link2Off, MailCheck, MailX } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { PublicApi } from '../../server/api.js';
import css from '../booking/booking.css';
import type { Api } from '../kit/api.js';
import { Button } from '../kit/button.js';
import { Empty } from '../kit/empty.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { Notice } from '../kit/notice.js';
import { style } from '../kit/styles.js';
import type { PageWords } from '../manage/page-words.js';

style(css);

export interface NewsletterPageProps {
  api: Api<PublicApi>;
  words: PageWords;
  business: string;
  /** From the address's fragment: no log and no Referer holds it. */
  token: string;
}

/**
 * Where the link at the foot of a newsletter, or of a birthday greeting, leads. Looking changes nothing; what was chosen can be changed
 * back at once.
 */
export function NewsletterPage({ api, words, business, token }: NewsletterPageProps): View {
  const { t } = words;
  // The token says what it is the way out of (server/customers/mail/unsubscribe.ts).
  const from = /^\d+g\./.test(token) ? 'greet' : 'news';
  const [state, setState] = useState<'asked' | 'out' | 'in' | 'wrong'>(token ? 'asked' : 'wrong');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const choose = async (subscribed: boolean) => {
    setBusy(true);
    setFailed(false);
    try {
      const answer = await api.call('POST /newsletter-choices', { body: { token, subscribed } });
      setState(answer.subscribed ? 'in' : subscribed ? 'wrong' : 'out');
    } catch {
      setFailed(true);
    }
    setBusy(false);
  };
  const leave = h(Button, { kind: 'primary', busy, onPress: () => choose(false), children: t(`${from}.leave`) });
  const back = h(Button, { busy, onPress: () => choose(true), children: t(`${from}.back`) });
  const again = h(Button, { busy, onPress: () => choose(false), children: t(`${from}.leave`) });
  const shown = {
    asked: h(Empty, { icon: MailX, title: t(`${from}.ask`), children: t(`${from}.askText`), action: leave }),
    out: h(Empty, {
      icon: MailCheck,
      title: t(`${from}.out`),
      children: t(`${from}.outText`, { business }),
      action: back,
    }),
    in: h(Empty, {
      icon: MailCheck,
      title: t(`${from}.in`),
      children: t(`${from}.inText`, { business }),
      action: again,
    }),
    wrong: h(Empty, { icon: Link2Off, title: t('news.wrong'), children: t('news.wrongText', { business }) }),
  }[state];
  return html`<div class="bookpane booking" lang=${words.language} dir=${words.direction}>
    <div class="booking-frame">
      <h1 class="hidden-text">${t('news.title')}</h1>
      <div role="status">${shown}</div>
      ${failed && h(Notice, { meaning: 'danger', urgent: true, children: t('news.failed') })}
    </div>
  </div>`;
}
