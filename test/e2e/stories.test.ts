import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officer, supervisor } from '../../scripts/demo/acts.js';
import { list, text } from '../../scripts/demo/office.js';
import { stories, type Told } from '../../scripts/demo/stories.js';
import { storiesAbroad } from '../../scripts/demo/stories-abroad.js';
import { pageTexts } from '../documents/support/pdf-text.js';
import { RunningSystem } from '../support/running-system.js';
import { digestOfPacket, packetFiles, papersOf } from './support/papers.js';
import {
  aboutRoute,
  auditTrail,
  deadlinesOf,
  firstBroken,
  type RouteFile,
  routeFile,
  sha256,
  timelineOf,
} from './support/record.js';

/** Real cases over HTTP through all five routes, on the real store, worker and Temporal server. */
const all = { ...stories, ...storiesAbroad };
const system = new RunningSystem();
const told = new Map<string, Told>();
const mark = 'TRAINING - NOT A REQUEST';

beforeAll(() => system.start());
afterAll(() => system.stop());

const silent = (): void => undefined;
const storyOf = (name: string): Told => {
  const found = told.get(name);
  if (found === undefined) throw new Error(`${name} was not told to its end`);
  return found;
};
const statesOf = (name: string): string[] =>
  storyOf(name).routes.map(({ route, state }) => `${route} ${state}`);

async function filesOf(name: string): Promise<RouteFile[]> {
  const path = `/v1/cases/${storyOf(name).caseId}/routes`;
  const { body } = await system.office(officer).get(path);
  return Promise.all(list(body, 'rows').map((row) => routeFile(system, officer, text(row, 'id'))));
}

describe('a case from facts to its end, over HTTP', () => {
  it.each([
    ['SC01', ['PROV_PRES PRESERVED', 'PROV_DISC CLOSED']],
    ['SC14', ['PROV_PRES PRESERVED', 'MLA:DRUGS88 CLOSED']],
    [
      'SC09',
      [
        'EDR CLOSED',
        'P2P:INTERPOL DISPATCHED',
        'P2P:HOTLINE APPROVAL',
        'PROV_PRES DISPATCHED',
        'MLA:OPSC CHECKS',
      ],
    ],
    ['SC04', ['ART29 MLA_RECEIVED', 'ART30 CLOSED', 'MLA:COE CLOSED']],
    ['SC23', ['P2P:INTERPOL CLOSED', 'P2P:INTERPOL#1 SUPERSEDED', 'MLA:RECIPROCITY CLOSED']],
  ] as const)('%s ends where the law foresees', async (name, states) => {
    told.set(name, await all[name](system.office, silent));
    expect(statesOf(name)).toEqual(states);
  });
});

describe.each(Object.keys(all))('what %s leaves behind', (name) => {
  it('is a timeline that tells it in order, from the opening to the last move', async () => {
    const timeline = await timelineOf(system, officer, storyOf(name).caseId);
    const verbs = timeline.map(({ verb }) => verb);
    const turns = [
      'CASE_OPENED',
      'FACTS_RECORDED',
      'DETERMINATION_MADE',
      'PLAN_CHOSEN',
      'PLAN_STARTED',
      'DOCUMENT_RENDERED',
      'APPROVAL_DECIDED',
      'HANDED_OVER',
      'DISPATCH_RECORDED',
      'REPLY_RECORDED',
      'EVIDENCE_RECEIVED',
    ] as const;
    const firsts = turns.map((verb) => verbs.indexOf(verb));
    expect(firsts).not.toContain(-1);
    expect(firsts).toEqual(firsts.toSorted((one, other) => one - other));
    expect(timeline.every(({ caseId }) => caseId === storyOf(name).caseId)).toBe(true);
  });

  it('is for every request that left: signatures first, then hand-over, and clocks only from the dispatch on', async () => {
    const trail = await auditTrail(system);
    for (const file of (await filesOf(name)).filter(({ dispatches }) => dispatches.length > 0)) {
      const verbs = aboutRoute(trail, file.id).map(({ verb }) => verb);
      const asked = file.lot.terms.approvals.length;
      expect(
        verbs.slice(0, verbs.indexOf('HANDED_OVER')).filter((v) => v === 'APPROVAL_DECIDED'),
      ).toHaveLength(asked);
      expect(verbs.indexOf('DISPATCH_RECORDED')).toBeGreaterThan(verbs.indexOf('HANDED_OVER'));
      const earliest = file.dispatches.map(({ sentAt }) => Date.parse(sentAt)).toSorted()[0] ?? 0;
      const early = file.clocks.filter(({ event }) => event === 'DISPATCHED');
      expect(early.every(({ startedAt }) => Date.parse(startedAt) >= earliest)).toBe(true);
    }
  });

  it('is a letter for each request, downloadable as the PDF that was hashed', async () => {
    for (const file of await filesOf(name)) {
      const newest = file.documents.at(-1);
      if (newest === undefined) throw new Error(`${file.route} has no draft`);
      const papers = await papersOf(system, supervisor, newest.id);
      expect(papers.map(({ form }) => form)).toEqual(file.lot.terms.forms);
      for (const { bytes, recorded, etag } of papers) {
        expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
        expect(sha256(bytes)).toBe(recorded);
        expect(etag).toBe(`"${recorded}"`);
      }
    }
  });

  it('is one packet for each request that left: the letters as they were signed, their data, the covering text, all marked', async () => {
    for (const file of (await filesOf(name)).filter(({ packets }) => packets.length > 0)) {
      const [packet, ...more] = file.packets;
      if (packet === undefined) throw new Error('no packet');
      expect(more).toEqual([]);
      const files = packetFiles(system, packet.id);
      expect(packet.packetSha256).toBe(digestOfPacket(files));
      const papers = await papersOf(system, supervisor, packet.documentId);
      const letters = papers.map(({ form }) => `${form}.pdf`);
      expect([...files.keys()]).toEqual(expect.arrayContaining(['request.json', 'covering.txt', ...letters]));
      for (const { form, bytes } of papers) {
        expect(files.get(`${form}.pdf`)?.equals(bytes)).toBe(true);
        for (const page of pageTexts(bytes)) expect(page).toContain(mark.replaceAll(' ', ''));
      }
      const request: unknown = JSON.parse(String(files.get('request.json')));
      const enclosed = papers.map(({ form, recorded }) => ({ name: `${form}.pdf`, sha256: recorded }));
      const { id: outboxId, digest } = packet;
      expect(request).toMatchObject({ mark, digest, outboxId, route: file.route });
      expect(list(request, 'files')).toEqual(expect.arrayContaining(enclosed));
      const covering = String(files.get('covering.txt'));
      for (const said of [mark, packet.digest, ...papers.map(({ recorded }) => recorded)])
        expect(covering).toContain(said);
    }
  });

  it('is a list of what is due, with a date for every preservation that runs', async () => {
    const deadlines = await deadlinesOf(system, officer, storyOf(name).caseId);
    const now = Date.now();
    const preserved = (await filesOf(name)).filter(({ state }) => state === 'PRESERVED');
    for (const { id } of preserved) {
      const due = deadlines.filter(({ routeId }) => routeId === id);
      expect(due.some(({ kind, at }) => kind === 'CLOCK' && Date.parse(at) > now)).toBe(true);
    }
    const instants = deadlines.map(({ at }) => Date.parse(at));
    expect(instants).toEqual(instants.toSorted((one, other) => one - other));
    expect(deadlines.length).toBeGreaterThan(0);
  });

  it('is evidence that two persons received, with the digest that its sender gave', async () => {
    const received = (await filesOf(name)).flatMap(({ evidence }) => evidence);
    expect(received.length).toBeGreaterThan(0);
    for (const { sha256: computed, senderSha256, receipts } of received) {
      expect(computed).toBe(senderSha256);
      expect(receipts.map(({ capacity }) => capacity)).toEqual(['CUSTODIAN', 'WITNESS']);
      expect(new Set(receipts.map(({ byPerson }) => byPerson)).size).toBe(2);
    }
  });
});

describe('the audit trail of all of them', () => {
  it('is a chain without a gap, each entry hashed over what it says and the one before', async () => {
    const trail = await auditTrail(system);
    expect(trail.length).toBeGreaterThan(200);
    expect(firstBroken(trail)).toBeUndefined();
  });

  it('shows what was altered: an entry changed afterwards no longer fits', async () => {
    const trail = await auditTrail(system);
    const altered = trail.map((entry) =>
      entry.sequence === 20 ? { ...entry, reason: 'said differently' } : entry,
    );
    expect(firstBroken(altered)?.sequence).toBe(20);
  });
});
