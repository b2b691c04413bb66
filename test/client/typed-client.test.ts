import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAndAnswer } from '../../client/example.js';
import { clientTypes } from '../../scripts/print-client.js';
import { at, list, startHarness, text } from '../api/harness.js';
import type { Harness, Seen } from '../api/harness.js';
import { tokenOf } from '../api/people.js';

let h: Harness;
let described: Seen;
beforeAll(async () => {
  h = await startHarness();
  described = await h.stranger.get('/openapi.json');
});
afterAll(() => h.stop());

const fileAt = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the typed client', () => {
  it('has the types that the API describes, and no others', async () => {
    expect((await fileAt('client/api.ts')) === (await clientTypes(described.text))).toBe(true);
  });

  it('opens a case and answers its first question, as its example says', async () => {
    await h.app.listen({ host: '127.0.0.1', port: 0 });
    const address = h.app.server.address();
    if (address === null || typeof address === 'string') throw new Error('the API does not listen');
    const url = `http://127.0.0.1:${address.port}`;
    const { caseId, etag } = await openAndAnswer({ url, token: tokenOf('officer') }, 'R-1');
    const seen = await h.as('officer').get(`/v1/cases/${caseId}`);
    expect(seen.headers['etag']).toBe(etag);
    expect(seen.body).toMatchObject({ reference: 'R-1' });
  });
});

const namesIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** A schema behind its reference. */
const resolved = (schema: unknown): unknown => {
  const ref = at(schema, '$ref');
  return typeof ref === 'string' ? at(described.body, ...ref.replace('#/', '').split('/')) : schema;
};

/** Fields of a body that its schema does not have, at any depth that both name. */
function strange(body: unknown, given: unknown): string[] {
  const schema = resolved(given);
  const known = at(schema, 'properties');
  if (typeof body !== 'object' || body === null || (known === undefined && !Array.isArray(body))) return [];
  if (Array.isArray(body)) return body.flatMap((part: unknown) => strange(part, at(schema, 'items')));
  return Object.entries(body).flatMap(([name, part]) => {
    const field = at(known, name);
    return field === undefined ? [name] : strange(part, field).map((inner) => `${name}.${inner}`);
  });
}

describe('the commands of docs/api.md', () => {
  it('ask for addresses that there are, with fields that they take, and leave none out that is needed', async () => {
    const page = await fileAt('docs/api.md');
    const commands = [...page.matchAll(/^(get|post) (\/\S+)(?: '(.*?)')?(?: "\$ETAG")?$/gm)];
    expect(commands.length).toBeGreaterThan(18);
    for (const [line, method = '', address = '', body] of commands) {
      const pattern = new RegExp(`^${address.replaceAll(/\$[A-Z]+/g, '\\{\\w+\\}')}$`);
      const paths = namesIn(at(described.body, 'paths')).filter((path) => pattern.test(path));
      expect(paths, line).toHaveLength(1);
      const operation = at(described.body, 'paths', paths[0] ?? '', method);
      expect(text(operation, 'summary'), line).not.toBe('');
      if (body === undefined) continue;
      const schema = at(operation, 'requestBody', 'content', 'application/json', 'schema');
      const sent: unknown = JSON.parse(body);
      expect(schema === undefined ? namesIn(sent) : strange(sent, schema), line).toEqual([]);
      const needed = list(resolved(schema), 'required').map(String);
      expect(namesIn(sent), line).toEqual(expect.arrayContaining(needed));
      const conditional = list(operation, 'parameters').some((one) => at(one, 'name') === 'if-match');
      expect(line.endsWith('"$ETAG"'), line).toBe(conditional);
    }
  });
});
