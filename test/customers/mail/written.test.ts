import { expect } from 'chai';
import { NotAPlaceholder, parsePlaceholders } from '../../../server/notifications/letters/placeholders.js';
import { writtenLetter } from '../../../server/notifications/letters/written.js';
import { cpuTimeOf } from '../../support/cpu-time.js';

const site = { name: 'Salon Aurora', language: 'en', accent: '#17636b' };
const ben = { firstName: 'Ben', lastName: 'Miller', name: 'Ben Miller' };
const write = (subject: string, text: string, recipient = ben, unsubscribeUrl: string | null = null) =>
  writtenLetter(subject, text, site, unsubscribeUrl)(recipient);

describe('a mail that staff write', () => {
  it('fills in its placeholders, in the subject and in the text (A115)', () => {
    const mail = write('{{ first_name }}, news from {{business}}', 'Dear {{ name }},\n\nMr {{- last_name -}} !');
    expect(mail.subject).to.equal('Ben, news from Salon Aurora');
    expect(mail.text).to.match(/^Dear Ben Miller,\n\nMrMiller!/);
    expect(mail.html).to.include('Dear Ben Miller,<br>\n<br>\n');
  });

  for (const [text, named] of [
    ['{{ ssn }}', 'ssn'],
    ['{{ email }}', 'email'],
    ['{{ first_name | upcase }}', 'first_name | upcase'],
    ['{{ "a" }}', '"a"'],
    ['{{7*7}}', '7*7'],
    ['{{ name.constructor }}', 'name.constructor'],
    ['{{ constructor.constructor }}', 'constructor.constructor'],
    ['{% if name %}x{% endif %}', 'if name'],
    ['{% raw %}{{ name }}{% endraw %}', 'raw'],
    ['{% include "/etc/passwd" %}', 'include "/etc/passwd"'],
    ['{{ first_name', ''],
    ['{{}}', ''],
  ] as const) {
    it(`refuses ${text} and names it: there is no code in it (S39, S115)`, () => {
      expect(() => parsePlaceholders(text))
        .to.throw(NotAPlaceholder)
        .with.property('named', named);
    });
  }

  it('prints literally what stands in a customer’s name (S39)', () => {
    for (const value of [
      '{{7*7}}',
      '{{ business }}',
      `${7 * 7}`,
      '%customer_email%',
      '<%= 7 %>',
      '{% raw %}',
      '#{7*7}',
    ]) {
      const mail = write('Hello {{ name }}', 'Hello {{ name }}!', { ...ben, name: value });
      expect(mail.subject).to.equal(`Hello ${value}`);
      expect(mail.text).to.include(`Hello ${value}!`);
      expect(mail.html.replaceAll('<wbr>', '')).to.include(
        `Hello ${value.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}!`,
      );
    }
  });

  it('makes links of addresses that staff wrote, and never of what stands in a name (S49)', () => {
    const name = 'www.evil.example https://evil.example/<b>x</b>';
    const { html } = write('News', 'See https://aurora.example/new?a=1&b=2. Dear {{ name }}', { ...ben, name });
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).to.deep.equal(['https://aurora.example/new?a=1&amp;b=2']);
    expect(html).to.not.include('<b>');
    expect(html).to.not.include('evil.example');
    expect(html.replaceAll('<wbr>', '')).to.include('www.evil.example');
  });

  it('escapes what staff wrote: it is text and no HTML', () => {
    const { html } = write('a', '<img src=x onerror=alert(1)> "https://x.example/"onmouseover="1');
    expect(html).to.not.include('<img');
    expect(html).to.include('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).to.not.match(/<a [^>]*onmouseover/);
  });

  it('takes no time over what nobody would write (S110)', async () => {
    const length = 15_000;
    const unfinished = (): unknown => parsePlaceholders(`{{${' '.repeat(length)}`);
    const time = await cpuTimeOf(() => {
      expect(unfinished).to.throw(NotAPlaceholder);
      expect(() => parsePlaceholders('{{ a'.repeat(length / 4))).to.throw(NotAPlaceholder);
      expect(write('a', `http://a${'.'.repeat(length)}x`).html).to.include('href="http://a..');
    });
    expect(time).to.be.lessThan(250);
  });

  it('has one line of subject whatever the name holds (S103)', () => {
    const mail = write('Hi {{ first_name }}', 'x', { ...ben, firstName: 'Ben\r\nBcc: victim@example.com' });
    expect(mail.subject).to.equal('Hi Ben Bcc: victim@example.com');
  });

  it('shows the way out of a newsletter in both bodies, and of no other mail (A117)', () => {
    const news = write('a', 'b', ben, 'https://aurora.example/unsubscribe#1.x');
    expect(news.html).to.match(
      /<a class="link" href="https:\/\/aurora.example\/unsubscribe#1.x"[^>]*>Unsubscribe<\/a>/,
    );
    expect(news.text).to.include('Unsubscribe: https://aurora.example/unsubscribe#1.x');
    expect(write('a', 'b').html).to.not.include('nsubscribe');
  });
});
