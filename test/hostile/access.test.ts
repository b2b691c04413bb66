import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../store/index.js';
import { endpointsOf } from '../api/endpoints.js';
import { allRows, at, startHarness } from '../api/harness.js';
import type { Harness, Seen } from '../api/harness.js';
import { tokenOf } from '../api/people.js';
import { aCase } from '../api/running-route.js';
import { aWorldOf, requestOf } from '../access/places.js';
import type { Ids } from '../access/places.js';

/** An officer and a supervisor of another unit, who hold every id of a case that is none of theirs. */
const attackers = ['outsider', 'outsideSupervisor'] as const;

let h: Harness;
/** The same API over the same store, with every query written down. */
let watched: Harness;
let queries: string[] = [];
let ids: Ids;
beforeAll(async () => {
  h = await startHarness();
  ids = await aWorldOf(h);
  watched = await startHarness({ store: watching(h.store) });
});
afterAll(async () => {
  await watched.app.close();
  await h.stop();
});

function watching(store: Store): Store {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries.push(shapeOf(node));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    ...store,
    read: { ...store.read, db: store.read.db.withPlugin(plugin) },
    transaction: (work) => store.transaction((tx) => work({ ...tx, db: tx.db.withPlugin(plugin) })),
  };
}

/** What a query is, without the values it is asked with. */
const shapeOf = (node: object): string =>
  JSON.stringify(node, (key, value: unknown) => (key === 'value' || key === 'values' ? '?' : value));

/** Addresses that name something of a case; what everybody may read, and one's own, name none. */
const ofCases = () =>
  endpointsOf(h).filter(({ url }) =>
    /:(case|determination|plan|route|step|document|decision|override|evidence|conflict|mark|alert|webhook)Id/.test(
      url,
    ),
  );

/** The same ids, with the one that the address begins with taken out of the air. */
const absent = (): Ids =>
  Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [
      name,
      name.endsWith('Id') && id.length === 26 ? '0'.repeat(26) : id,
    ]),
  );

const asked = async (
  { app }: Harness,
  name: (typeof attackers)[number],
  endpoint: ReturnType<typeof endpointsOf>[number],
  which: Ids,
) => {
  const { statusCode, body } = await app.inject(requestOf(endpoint, which, tokenOf(name)));
  return { status: statusCode, text: body };
};

/** An answer without what differs from one refusal to the next. */
const bare = ({ status, text }: Pick<Seen, 'status' | 'text'>) => [
  status,
  text.replace(/"reference":"\w{26}"/, ''),
];

describe('an officer of another unit', () => {
  it.each(attackers)(
    'finds nothing by guessing ids: %s is answered as for what does not exist',
    async (name) => {
      const differ: string[] = [];
      for (const endpoint of ofCases()) {
        const hidden = await asked(h, name, endpoint, ids);
        const nothing = await asked(h, name, endpoint, absent());
        if (hidden.status < 400) differ.push(`${endpoint.method} ${endpoint.url} answered ${hidden.status}`);
        if (String(bare(hidden)) !== String(bare(nothing)))
          differ.push(`${endpoint.method} ${endpoint.url}: ${hidden.text} / ${nothing.text}`);
      }
      expect(ofCases().length).toBeGreaterThan(40);
      expect(differ).toEqual([]);
    },
  );

  // A pause names a channel and no case, a release the rules; both show to everybody (specification C.2).
  const ofTheOffice = ['pauseId', 'releaseId'];
  it.each(attackers)('finds nothing by lists: no list of %s holds an id of the case', async (name) => {
    const lists = endpointsOf(h).filter(({ method, url }) => method === 'GET' && !url.includes(':'));
    const secrets = Object.entries(ids).flatMap(([what, id]) =>
      id.length === 26 && !/^0+$/.test(id) && !ofTheOffice.includes(what) ? [id] : [],
    );
    for (const { url } of lists) {
      const { text } = await h.as(name).get(`${url}`);
      expect({ url, told: secrets.filter((id) => text.includes(id)) }).toEqual({ url, told: [] });
    }
  });

  it.each(attackers)(
    'finds nothing by the way an answer takes: %s sets the same queries going',
    async (name) => {
      const differ: string[] = [];
      // Which rules are in force is looked up once a second, by whoever asks first.
      await watched.as('officer').get('/v1/rules');
      for (const endpoint of ofCases()) {
        const paths: string[] = [];
        for (const which of [ids, absent()]) {
          queries = [];
          await asked(watched, name, endpoint, which);
          paths.push(queries.join('\n'));
        }
        expect(paths[0]?.length).toBeGreaterThan(0);
        if (paths[0] !== paths[1]) differ.push(`${endpoint.method} ${endpoint.url}`);
      }
      expect(differ).toEqual([]);
    },
  );

  it('finds nothing by ids inside a body: what is hidden is refused as what does not exist', async () => {
    const own = await aCase(h, 'outsider');
    const tries = (id: (name: string) => string) => [
      h
        .as('outsider')
        .post(`/v1/cases/${own.id}/plans`, { determinationId: id('determinationId'), lots: 'ALL' }),
      h
        .as('outsider')
        .post(`/v1/cases/${own.id}/marks`, { kind: 'SEALED', evidenceId: id('evidenceId'), reason: 'Mine.' }),
    ];
    const hidden = await Promise.all(tries((name) => ids[name] ?? ''));
    const nothing = await Promise.all(tries(() => '0'.repeat(26)));
    expect(hidden.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(hidden.map(bare)).toEqual(nothing.map(bare));
  });

  it('finds nothing by asking why: the explanation of a refusal does not tell what exists', async () => {
    const why = async (which: Ids) => {
      const refused = await h.as('outsider').get(`/v1/cases/${which['caseId']}`);
      const { body } = await h.as('outsider').get(`/v1/refusals/${String(at(refused.body, 'reference'))}`);
      return [at(body, 'code'), at(body, 'lines')];
    };
    expect(await why(ids)).toEqual(await why(absent()));
  });

  it('leaves a trace of every try', async () => {
    const before = (await allRows(h.as('auditor'), '/v1/audit?person=outsider&limit=100')).length;
    await h.as('outsider').get(`/v1/cases/${ids['caseId']}`);
    const after = await allRows(h.as('auditor'), '/v1/audit?person=outsider&limit=100');
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)).toMatchObject({ verb: 'ACCESS_REFUSED', reason: 'NOT_FOUND' });
  });

  it.each([`${'a'.repeat(59)}\u{1f512}b`, 'a\u0000b', '\u202eba'])(
    'leaves a trace of a try under an id that no database keeps as it is: %j',
    async (id) => {
      const tries = async () => allRows(h.as('auditor'), '/v1/audit?person=outsider&limit=100');
      const before = (await tries()).length;
      const answer = await h.as('outsider').post(`/v1/overrides/${encodeURIComponent(id)}/second`, {});
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect([403, 404]).toContain(answer.status);
      expect((await tries()).length).toBe(before + 1);
    },
  );
});
