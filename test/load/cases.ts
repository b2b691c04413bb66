import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { officer } from '../../scripts/demo/acts.js';
import { openCase, type PersonAct, type Store } from '../../store/index.js';
import { trainingUnits } from '../../cli/embedded/training-people.js';
import { figure, unasked, type Figure } from './figures.js';
import { openWholeSite } from './site/whole-site.js';
import { steadily } from './steady.js';
import { judge, promised } from './verdicts.js';

const connections = 100;
const casesInOneTransaction = 100;

/** Requests a second together that a hundred people make who each ask once a second; every tenth opens a case. */
const aSecond = { list: 20, one: 35, facts: 35, open: 10 };

/**
 * `test:load api --cases 10000 --seconds 20`: reads and writes over so many stored cases. First each kind flat out
 * over a hundred connections; then, on a system that has run for a while, all of them at once as a hundred people ask, which is
 * what the targets are about.
 */
export async function loadApi(cases: number, seconds: number): Promise<Figure[]> {
  const whole = await openWholeSite();
  try {
    await whole.ready();
    const store = await whole.store();
    const ids = await seed(store, cases).finally(() => store.close());
    await whole.gatherStatistics();
    console.log(`${ids.length} cases are stored`);
    const headers = await whole.site.identity(officer, whole.address);
    const anyCase = () => ids[Math.floor(Math.random() * ids.length)] ?? '';
    const kinds = {
      list: { what: 'Read: list of 50 cases', request: reading(() => '/v1/cases?limit=50'), atMost: 100 },
      one: { what: 'Read: one case', request: reading(() => `/v1/cases/${anyCase()}`), atMost: 100 },
      facts: {
        what: 'Read: facts of a case',
        request: reading(() => `/v1/cases/${anyCase()}/facts`),
        atMost: 100,
      },
      open: { what: 'Write: a case opened', request: opening, atMost: 250 },
    };
    const names = ['list', 'one', 'facts', 'open'] as const;
    const flatOut: autocannon.Result[] = [];
    for (const name of names)
      flatOut.push(
        await autocannon({
          ...{ url: whole.address, connections, duration: seconds, headers },
          requests: [{ setupRequest: (given) => withHeaders(kinds[name].request(), given) }],
        }),
      );
    const steady = await steadily(
      names.map((name) => ({
        what: kinds[name].what,
        aSecond: aSecond[name],
        send: async () => {
          const { path, headers: own, ...rest } = kinds[name].request();
          const answer = await fetch(`${whole.address}${path}`, { ...rest, headers: { ...headers, ...own } });
          await answer.arrayBuffer();
          return answer;
        },
      })),
      seconds * 4,
    );
    const faults = [
      ...steady.flatMap(({ what, broken }) => (broken > 0 ? [`${what}: ${broken} refused or broken`] : [])),
      ...flatOut.flatMap(({ '5xx': broken, errors }) =>
        broken + errors > 0 ? [`flat out: ${broken} answers of 5xx, ${errors} without an answer`] : [],
      ),
    ];
    const sum = [...steady.map((one) => one.requests), ...flatOut.map((one) => one.requests.total)];
    judge([
      promised(
        'no answer of 5xx, and none missing',
        sum.reduce((a, b) => a + b, 0),
        faults,
      ),
    ]);
    return names.flatMap((name, at) => {
      const [slow, fast] = [steady[at], flatOut[at]];
      if (slow === undefined || fast === undefined) return [];
      const { what, atMost } = kinds[name];
      return [
        figure(
          `${what}, p99 at ${aSecond[name]} a second (p50 ${slow.p50.toFixed(0)} ms)`,
          slow.p99,
          'ms',
          atMost,
        ),
        unasked(
          `  flat out (${fast.requests.average.toFixed(0)} a second, p50 ${fast.latency.p50} ms), p99`,
          `${fast.latency.p99} ms`,
        ),
      ];
    });
  } finally {
    await whole.stop();
  }
}

/** Opens cases by the store's own verb, many in one transaction. */
async function seed(store: Store, cases: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < cases) {
    const at = new Date().toISOString();
    const act: PersonAct = { actor: { kind: 'person', personId: officer, role: 'CASE_OFFICER' }, at };
    await store.transaction(async (tx) => {
      for (let count = 0; count < casesInOneTransaction && ids.length < cases; count += 1) {
        const reference = `L-${ids.length + 1}/2026`;
        const input = { reference, requestingState: 'KZ', unitId: trainingUnits[0].id, items: ['I1', 'I2'] };
        ids.push((await openCase(tx, act, input)).id);
      }
    });
  }
  return ids;
}

const withHeaders = (asked: Asked, given: autocannon.Request): autocannon.Request => ({
  ...asked,
  headers: { ...given.headers, ...asked.headers },
});

type Asked = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string };

const reading = (path: () => string) => (): Asked => ({ method: 'GET', path: path(), headers: {} });

const opening = (): Asked => ({
  method: 'POST',
  path: '/v1/cases',
  headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  body: JSON.stringify({ reference: 'L-new/2026', requestingState: 'KZ', items: [{ id: 'I1' }] }),
});
