import { speechFor } from '../words/words.js';
import { writtenFrame } from './frame.js';
import { coloursOf, inFrame } from './in-frame.js';
import { oneLine } from './letter.js';
import type { PlaceholderName } from './placeholders.js';
import { parsePlaceholders } from './placeholders.js';
import { literalHtml } from './plain-html.js';
import { linkedHtml } from './staff-text.js';

/** Where the mail takes its facts from; all of it is put in as it is and never read as a text of placeholders. */
export interface WrittenFor {
  firstName: string;
  lastName: string;
  name: string;
}

export interface WrittenSite {
  name: string;
  language: string;
  accent?: string | null;
}

/** A mail that somebody wrote, ready to be kept. */
export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

const longestSubject = 300;
const inWrittenFrame = inFrame(writtenFrame);

/**
 * Makes a mail out of what staff wrote, for one recipient after the other. Addresses that staff wrote become links, those in names
 * do not (ATTACKS S49). `unsubscribeUrl` is for newsletters: the visible way out. Throws NotAPlaceholder.
 */
export function writtenLetter(
  subject: string,
  text: string,
  site: WrittenSite,
  unsubscribeUrl: string | null,
): (recipient: WrittenFor) => WrittenMail {
  const subjectPieces = parsePlaceholders(subject);
  const textPieces = parsePlaceholders(text.replaceAll('\r\n', '\n'));
  const speech = speechFor(site.language);
  const business = oneLine(site.name);
  const colours = coloursOf(site.accent);
  const why = speech.say(unsubscribeUrl === null ? 'written.why' : 'newsletter.why', { business });
  const label = speech.say('newsletter.unsubscribe');

  return (recipient) => {
    const values: Record<PlaceholderName, string> = {
      first_name: oneLine(recipient.firstName),
      last_name: oneLine(recipient.lastName),
      name: oneLine(recipient.name),
      business,
    };
    const plain = (pieces: typeof textPieces) =>
      pieces.map((piece) => ('text' in piece ? piece.text : values[piece.placeholder])).join('');
    const said = plain(textPieces);
    const letter = { language: speech.language, business, subject: oneLine(plain(subjectPieces)), footer: [why] };
    const body = textPieces
      .map((piece) => ('text' in piece ? linkedHtml(piece.text, colours.link) : literalHtml(values[piece.placeholder])))
      .join('');
    const foot = [why, ...(unsubscribeUrl === null ? [] : [`${label}: ${unsubscribeUrl}`])];
    return {
      subject: letter.subject.slice(0, longestSubject),
      text: `${said}\n\n-- \n${foot.join('\n')}\n`,
      html: inWrittenFrame({
        letter,
        body,
        preview: oneLine(said).slice(0, 120),
        unsubscribe: unsubscribeUrl === null ? null : { url: unsubscribeUrl, label },
        colours,
      }),
    };
  };
}
