import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../activities/documents/digest.js';
import { documentForms } from '../../contracts/codes.js';
import { paragraphsOf } from '../../contracts/letter.js';
import { letterOf, materialFor } from './support/forms.js';

describe.each(documentForms)('the paragraphs of %s', (form) => {
  const letter = letterOf(form, materialFor(form));
  const paragraphs = paragraphsOf(canonicalText([letter]));

  it('are named once each, by the form and the number that is printed', () => {
    const names = paragraphs.map(({ paragraph }) => paragraph);
    expect(new Set(names).size).toBe(names.length);
    for (const { number } of letter.fields) expect(names).toContain(`${form}/${number}`);
    for (const { id } of letter.schedule) expect(names).toContain(`${form}/items/${id}`);
  });

  it('hold every word that the letter says of the case', () => {
    const all = paragraphs.map(({ text }) => text).join('\n');
    const { fields, schedule, addressee, authority, unit, opening, closing, date } = letter;
    const said = [
      ...[addressee, authority, unit, opening, closing, date],
      ...fields.flatMap(({ lines }) => lines.map(({ text }) => text)),
      ...schedule.flatMap((item) => [item.category, item.custodian, ...item.period]),
      ...schedule.flatMap(({ identifiers }) => identifiers.flatMap(({ value, more }) => [value, ...more])),
    ];
    for (const words of said) expect(all).toContain(words);
  });
});
