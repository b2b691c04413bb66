import type { Lot } from '../../contracts/determination.js';
import { sha256 } from './digest.js';
import { trainingMark } from './resolve-form.js';

export type Packed = {
  number: string;
  version: number;
  digest: string;
  mode: 'embedded' | 'site';
  files: readonly { name: string; bytes: Uint8Array }[];
};

const urgent: Record<Lot['terms']['urgency'], string> = {
  ROUTINE: 'Routine.',
  URGENT: 'URGENT. Please send today.',
  EMERGENCY: 'EMERGENCY. Please send now, and phone.',
};

/**
 * Text that lies on top of a hand-over folder, for the person or gateway that sends: what to send to whom, by which right,
 * and what to record afterwards. Plain UTF-8, lines up to 100 characters except names.
 */
export function coveringText(draft: Packed, lot: Lot): string {
  const marked = draft.mode === 'embedded' ? [trainingMark, ''] : [];
  const enclosures = draft.files.map((file) => `  ${file.name}\n    SHA-256 ${sha256(file.bytes)}`);
  return [
    ...marked,
    `Request ${draft.number}, version ${draft.version}`,
    '',
    `To send to    ${lot.addressee}`,
    `Route         ${lot.route} (${lot.measure})`,
    `Basis         ${lot.basis.join(', ')}`,
    `Items         ${lot.items.join(', ')}`,
    `Urgency       ${urgent[lot.terms.urgency]}`,
    `Approved as   ${draft.digest}`,
    '',
    'Enclosed',
    ...enclosures,
    ...listed('Safeguards that go with it', lot.safeguards),
    ...listed(
      'Duties',
      lot.duties.map(
        (one) => `${one.who}: ${one.what}${one.within === null ? '' : `, within ${one.within}`}`,
      ),
    ),
    '',
    'Before sending: compare the digests. Send exactly these files, nothing else and nothing changed.',
    'After sending: record the time, the means and the reference you were given. No clock runs before that.',
    ...(marked.length > 0 ? ['', 'This packet is for training. Do not send it to anybody.'] : []),
    '',
  ].join('\n');
}

const listed = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
