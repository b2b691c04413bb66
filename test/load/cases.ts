import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { officer } from '../../scripts/demo/acts.js';
import { openCase, type PersonAct, type Store } from '../../store/index.js';
import { trainingUnits } from '../../cli/embedded/training-people.js';
import { figure, type Figure } from './figures.js';
import { openWholeSite } from './site/whole-site.js';
import { judge, promised } from './verdicts.js';

const connections = 100;
const casesInOneTransaction = 100;

/** `test:load api --cases 10000 --seconds 20`: reads and writes of 100 connections over so many stored cases. */
export async function loadApi(cases: number, seconds: number): Promise<Figure[]> {
  const whole = await openWholeSite();
  try {
    await whole.ready();
    const store = await whole.store();
    const ids = await seed(store, cases).finally(() => store.close());
    await whole.gatherStatistics();
    console.log(`${ids.length} cases are stored`);
    const headers = await whole.site.identity(officer, whole.address);
    const shoot = (requests: autocannon.Request[]) =>
      autocannon({ url: whole.address, connections, duration: seconds, headers, requests });
    const anyCase = () => ids[Math.floor(Math.random() * ids.length)] ?? '';
    const read = (path: () => string): autocannon.Request => ({
      method: 'GET',
      path: path(),
      setupRequest: (request) => ({ ...request, path: path() }),
    });
    const seen = {
      list: await shoot([read(() => '/v1/cases?limit=50')]),
      one: await shoot([read(() => `/v1/cases/${anyCase()}`)]),
      facts: await shoot([read(() => `/v1/cases/${anyCase()}/facts`)]),
      open: await shoot([opening()]),
    };
    const faults = Object.entries(seen).flatMap(([name, { '5xx': broken, errors }]) =>
      broken + errors > 0 ? [`${name}: ${broken} answers of 5xx, ${errors} without an answer`] : [],
    );
    const all = Object.values(seen).reduce((sum, { requests }) => sum + requests.total, 0);
    judge([promised('no answer of 5xx, and none missing', all, faults)]);
    return [
      ...said('Read: list of 50 cases', seen.list, 100),
      ...said('Read: one case', seen.one, 100),
      ...said('Read: facts of a case', seen.facts, 100),
      ...said('Write: a case opened', seen.open, 250),
    ];
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

const opening = (): autocannon.Request => ({
  method: 'POST',
  path: '/v1/cases',
  setupRequest: (request) => ({
    ...request,
    headers: { ...request.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ reference: 'L-new/2026', requestingState: 'KZ', items: [{ id: 'I1' }] }),
  }),
});

const said = (what: string, { latency, requests }: autocannon.Result, atMost: number): Figure[] => [
  figure(
    `${what}, p99 (${requests.average.toFixed(0)} a second, p50 ${latency.p50} ms)`,
    latency.p99,
    'ms',
    atMost,
  ),
];
