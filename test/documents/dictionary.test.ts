import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { documentForms } from '../../contracts/codes.js';
import { factsOfForm } from '../../activities/documents/index.js';
import { formSet } from './support/forms.js';

const dictionaryFile = fileURLToPath(new URL('../../rules/facts.yaml', import.meta.url));
const { stored } = z
  .object({
    stored: z.array(
      z.object({ id: z.string(), scope: z.enum(['case', 'item']), values: z.array(z.string()).optional() }),
    ),
  })
  .parse(parse(readFileSync(dictionaryFile, 'utf8')));

describe('the fact dictionary and the forms', () => {
  it.each(documentForms)('%s reads only declared facts, in the scope they are declared for', (form) => {
    const wrong = factsOfForm(formSet.forms[form]).filter(({ fact, scope }) => {
      const entry = stored.find((one) => one.id === fact);
      return entry === undefined || (scope !== 'any' && entry.scope !== scope);
    });
    expect(wrong).toEqual([]);
  });

  it('has words for every value of an enumeration that a form prints', () => {
    const printed = new Set(
      documentForms.flatMap((form) => factsOfForm(formSet.forms[form]).map((one) => one.fact)),
    );
    const silent = stored
      .filter((entry) => printed.has(entry.id) && entry.id !== 'timeWindow')
      .flatMap(({ id, values = [] }) =>
        values
          .filter((value) => formSet.words.facts[id]?.[value] === undefined)
          .map((value) => `${id}=${value}`),
      );
    expect(silent).toEqual([]);
  });
});
