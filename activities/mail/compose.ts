import { Temporal as T } from 'temporal-polyfill';
import type { DigestLine, DigestMail, NoticeMail } from '../../contracts/notices.js';
import { filled, type MailTexts } from './texts.js';

export const trainingMark = 'TRAINING - NOT A REQUEST';

/** A mail in words, not yet addressed. */
export type Composed = { subject: string; text: string };

export type Setting = {
  texts: MailTexts;
  /** IANA name of the reader's clock. */
  zone: string;
  /** Address of the API without a slash at its end. */
  baseUrl: string;
  mode: 'embedded' | 'site';
};

/** Words of a mail about a notice: case reference, due time and link, and nothing of the content of the case (C.16). */
export function composeNotice(content: NoticeMail, { texts, zone, baseUrl, mode }: Setting): Composed {
  const { what, reference, routeId, dueAt, level } = content;
  const values = { reference, due: onClock(dueAt, zone), link: `${baseUrl}/v1/routes/${routeId}` };
  const say = (text: string) => filled(text, values);
  const lines = [
    ...(mode === 'embedded' ? [trainingMark, ''] : []),
    say(texts.opening[what]),
    ...(level > 0 ? [texts.climbed] : []),
    '',
    say(texts.due),
    say(texts.link),
    ...(what === 'remind' ? [] : ['', texts.note]),
    '',
    texts.closing,
  ];
  return { subject: marked(say(texts.subject[what]), mode), text: `${lines.join('\n')}\n` };
}

/** Words of the mail of a day: what falls due, the soonest first, by case reference and kind of period only. */
export function composeDigest({ day, lines, more }: DigestMail, setting: Setting): Composed {
  const { texts, zone, baseUrl, mode } = setting;
  const { subject, opening, line, more: further } = texts.digest;
  const say = (text: string) =>
    filled(text, { day, count: `${lines.length}${more ? '+' : ''}`, link: `${baseUrl}/v1/deadlines` });
  const lineOf = ({ daysLeft, reference, nature, dueAt, provisional }: DigestLine): string =>
    filled(line, {
      days: `${daysLeft}`.padStart(4),
      reference,
      nature: texts.natures[nature],
      due: onClock(dueAt, zone),
      note: provisional ? ` ${texts.provisional}` : '',
    });
  const text = [
    ...(mode === 'embedded' ? [trainingMark, ''] : []),
    say(opening),
    '',
    ...lines.map(lineOf),
    ...(more ? [say(further)] : []),
    '',
    say(texts.link),
    '',
    texts.closing,
  ];
  return { subject: marked(say(subject), mode), text: `${text.join('\n')}\n` };
}

const marked = (subject: string, mode: Setting['mode']): string =>
  mode === 'embedded' ? `[${trainingMark}] ${subject}` : subject;

/** `2026-12-01 18:00 +05:00 (Asia/Almaty)`: a deadline without its zone is none. */
export function onClock(instant: string, zone: string): string {
  const local = T.Instant.from(instant).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${local.toPlainDate().toString()} ${time} ${local.offset} (${zone})`;
}
