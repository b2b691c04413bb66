import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Fastify from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticate } from '../../api/plugins/authentication.js';
import { actions } from '../../authority/index.js';
import { auditVerbs } from '../../contracts/codes.js';
import { errorCodes } from '../../contracts/errors.js';
import { authorityPage } from '../../scripts/print-authority.js';
import { endpointsOf } from './endpoints.js';
import { at, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';

let h: Harness;
let spec: unknown;
beforeAll(async () => {
  h = await startHarness();
  spec = (await h.stranger.get('/openapi.json')).body;
});
afterAll(() => h.stop());

const entries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
const methods = ['get', 'post'];
const operations = () =>
  entries(at(spec, 'paths')).flatMap(([path, item]) =>
    entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({ path, method, operation })),
  );

/** Every object of the document, with where it stands. */
function* walk(value: unknown, path = ''): Generator<[string, unknown]> {
  yield [path, value];
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value))
      yield* walk(part, `${path}/${key.replaceAll('/', '~1')}`);
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and open to everybody', () => {
    expect(at(spec, 'openapi')).toMatch(/^3\.1\./);
    expect(at(spec, 'info', 'title')).toBe('Rogatory');
  });

  it('refers only to what it contains', () => {
    const broken = [...walk(spec)].filter(
      ([path, value]) =>
        path.endsWith('/$ref') && at(spec, ...String(value).replace('#/', '').split('/')) === undefined,
    );
    expect(broken).toEqual([]);
  });

  it('has only schemas that JSON Schema 2020-12 can read', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'https://rogatory.invalid/api', components: at(spec, 'components') });
    const schemas = [...walk(at(spec, 'paths'))].filter(([path]) => path.endsWith('/schema'));
    expect(schemas.length).toBeGreaterThan(50);
    for (const [path, schema] of schemas) {
      const text = JSON.stringify(schema).replaceAll('"#/', '"https://rogatory.invalid/api#/');
      expect(() => ajv.compile(JSON.parse(text)), path).not.toThrow();
    }
  });

  it('declares every parameter that stands in a path, and says what each operation is for', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const parameters = at(operation, 'parameters');
      const declared = (Array.isArray(parameters) ? parameters : [])
        .filter((parameter) => at(parameter, 'in') === 'path' && at(parameter, 'required') === true)
        .map((parameter) => at(parameter, 'name'));
      expect(declared.sort(), path).toEqual(named.sort());
      expect(text(operation, 'summary').length, path).toBeGreaterThan(5);
    }
  });

  it('answers every operation with a success and with the refusals it can give, as problems', () => {
    for (const { path, method, operation } of operations()) {
      const responses = entries(at(operation, 'responses'));
      const statuses = responses.map(([status]) => Number(status));
      expect(
        statuses.some((status) => status < 300),
        path,
      ).toBe(true);
      if (path.startsWith('/v1'))
        expect(statuses, path).toEqual(expect.arrayContaining([401, 403, 404, 422, 500]));
      if (method === 'post') expect(statuses, path).toEqual(expect.arrayContaining([400, 409]));
      for (const [status, response] of responses)
        if (Number(status) >= 400)
          expect(at(response, 'content', 'application/problem+json'), path).toBeDefined();
    }
  });

  it('is shown to readers at /docs', async () => {
    const seen = await h.stranger.get('/docs/');
    expect(seen.status).toBe(200);
  });

  it('explains every problem at the address that its type names', async () => {
    for (const code of Object.keys(errorCodes)) {
      const page = await h.stranger.get(`/problems/${code}`);
      expect(at(page.body, 'code')).toBe(code);
    }
    expect((await h.stranger.get('/problems/NO_SUCH')).code).toBe('NOT_FOUND');
  });
});

describe('every endpoint', () => {
  it('names an action of the matrix and an audit verb', () => {
    const endpoints = endpointsOf(h);
    expect(endpoints.length).toBeGreaterThan(30);
    for (const { action, audit } of endpoints) {
      expect(actions).toContain(action);
      expect([...auditVerbs, 'NOTHING_CHANGES']).toContain(audit);
    }
  });

  it('that changes something names the verb of the change; two POSTs send pages to be looked at, and change nothing', () => {
    const silent = endpointsOf(h).filter(
      ({ method, audit }) => method === 'POST' && audit === 'NOTHING_CHANGES',
    );
    expect(silent.map(({ url }) => url)).toEqual(['/v1/rules/check', '/v1/rules/impact']);
  });

  it('is in the description', () => {
    const described = operations().map(({ path, method }) => `${method} ${path}`);
    for (const { method, url } of endpointsOf(h))
      expect(described).toContain(`${method.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  });

  it('uses every action of the matrix somewhere', () => {
    const used = new Set<string>(endpointsOf(h).map(({ action }) => action));
    expect(actions.filter((action) => !used.has(action))).toEqual([]);
  });

  it('stops the start when it names none', async () => {
    const app = Fastify().withTypeProvider<ZodTypeProvider>();
    app.decorate('endpoints', []);
    authenticate(app, { store: h.store, clock: () => h.clock.now, mode: 'embedded' });
    expect(() => app.get('/undeclared', async () => 'x')).toThrow(
      '/undeclared declares no action or no audit verb',
    );
  });
});

describe('the printed matrix', () => {
  it('is the matrix in force', async () => {
    const page = await readFile(new URL('../../docs/authority.md', import.meta.url), 'utf8');
    expect(page).toBe(await authorityPage());
  });
});

describe('health', () => {
  it('says that this is training, where the data are and which rules are in force', async () => {
    const seen = await h.stranger.get('/health');
    expect(seen.body).toMatchObject({
      status: 'ok',
      mode: 'embedded',
      store: 'pglite',
      version: '0.0.0-test',
    });
    expect(text(seen.body, 'notice')).toContain('TRAINING - NOT A REQUEST');
    expect(text(seen.body, 'ruleSetDigest')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the rules', () => {
  it('are read by anybody signed in: pages, routes, questions', async () => {
    const rules = await h.as('witness').get('/v1/rules');
    const first = text(rules.body, 'rows', 0, 'id');
    expect((await h.as('witness').get(`/v1/rules/${first}`)).body).toMatchObject({
      id: first,
      page: { id: first },
    });
    expect((await h.as('witness').get('/v1/rules/Z99')).code).toBe('NOT_FOUND');
    const catalogue = await h.as('witness').get('/v1/catalogue');
    expect(JSON.stringify(catalogue.body)).toContain('"family":"PROV_PRES"');
    const facts = await h.as('witness').get('/v1/facts');
    expect(JSON.stringify(facts.body)).toContain('"id":"authorisation.obtained"');
  });
});
