import { z } from 'zod';

const line = z.object({ label: z.string().nullable(), text: z.string() });
const identifier = z.object({ kind: z.string(), value: z.string(), more: z.array(z.string()) });
const letter = z.object({
  form: z.string(),
  title: z.string(),
  to: z.string(),
  addressee: z.string(),
  authority: z.string(),
  unit: z.string(),
  classification: z.string(),
  date: z.string(),
  opening: z.string(),
  closing: z.string(),
  fields: z.array(z.object({ number: z.string(), title: z.string(), lines: z.array(line) })),
  schedule: z.array(
    z.object({
      id: z.string(),
      category: z.string(),
      custodian: z.string(),
      identifiers: z.array(identifier),
      period: z.array(z.string()),
    }),
  ),
  signatures: z.array(z.object({ title: z.string(), name: z.string(), role: z.string() })),
});
type Letter = z.infer<typeof letter>;

/** A part of a draft that can be named: its form and the number that is printed before it, as `D-01/4`. */
export type Paragraph = { paragraph: string; title: string; text: string };

/**
 * Paragraphs of a draft as they stand in it: head, opening, the numbered fields, each item of the schedule, closing and
 * signatures of every form. `fields` is the canonical JSON that is kept with the draft. Throws on anything else.
 */
export const paragraphsOf = (fields: string): readonly Paragraph[] =>
  z.array(letter).parse(JSON.parse(fields)).flatMap(paragraphsOfLetter);

function paragraphsOfLetter(letter: Letter): Paragraph[] {
  const part = (name: string, title: string, lines: readonly string[]): Paragraph => ({
    paragraph: `${letter.form}/${name}`,
    title,
    text: lines.join('\n'),
  });
  const { title, to, addressee, authority, unit, classification, date } = letter;
  return [
    part('head', 'Head of the letter', [title, to, addressee, authority, unit, classification, date]),
    part('opening', 'Opening', [letter.opening]),
    ...letter.fields.map((field) => part(field.number, field.title, field.lines.map(lineOf))),
    ...letter.schedule.map((item) =>
      part(`items/${item.id}`, `Item ${item.id} of the schedule`, itemLines(item)),
    ),
    part('closing', 'Closing', [letter.closing]),
    part('signatures', 'Signatures', letter.signatures.map(signatureLine)),
  ];
}

const lineOf = ({ label, text }: z.infer<typeof line>): string =>
  label === null ? text : `${label}: ${text}`;

const itemLines = ({ category, custodian, identifiers, period }: Letter['schedule'][number]): string[] => [
  category,
  custodian,
  ...identifiers.flatMap(({ kind, value, more }) => [`${kind}: ${value}`, ...more]),
  ...period,
];

const signatureLine = ({ title, name, role }: Letter['signatures'][number]): string =>
  `${title}: ${[name, role].filter((word) => word !== '').join(', ')}`;
