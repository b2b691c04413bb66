import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redetermine } from '../../api/redetermining.js';
import { RulesInForce } from '../../api/rules-in-force.js';
import { loadRuleSet } from '../../rules/engine/index.js';
import { loadRegisters } from '../../rules/engine/registers/index.js';
import { packedText, packFolder, unpacked } from '../../rules/workbench/release/packed.js';
import { proposeRelease, recordCheck, ruleSetByDigest, type PersonAct } from '../../store/index.js';
import { aDescribedCase, say } from './described-case.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import type { Name } from './people.js';

let h: Harness;
let caseId: string;
beforeAll(async () => {
  h = await startHarness();
  caseId = await aDescribedCase(h);
});
afterAll(() => h.stop());

const { files } = packFolder(fileURLToPath(new URL('../../rules', import.meta.url)));
const reason = 'A letter of the ministry.';
const by = (personId: Name): PersonAct & { reason: string } => ({
  actor: { kind: 'person', personId, role: 'LEGAL_ADVISOR' },
  at: h.clock.now.toISOString(),
  reason,
});
const step = (who: Name, id: string, word: string) =>
  h.as(who).post(`/v1/releases/${id}/${word}`, { reason });
const figures = { pages: 1, states: 1, providers: 1, errors: 0, warnings: 0, casesPassed: 1, casesFailed: 0 };

/** A release with one file changed, approved by two advisers, from a day on. */
async function approved(file: string, change: (text: string) => string, effectFrom: string): Promise<string> {
  const before = files[file] ?? '';
  const packed = { form: 1 as const, files: { ...files, [file]: change(before) } };
  expect(packed.files[file]).not.toBe(before);
  const { ruleSet, registersDigest } = await unpacked(packed, (dir) => ({
    ruleSet: loadRuleSet(dir),
    registersDigest: loadRegisters(join(dir, 'registers')).digest,
  }));
  const { id: releaseId } = await h.store.transaction(async (tx) => {
    const asked = { title: 'Another', effectFrom, content: packedText(packed), ruleSet, registersDigest };
    const made = await proposeRelease(tx, by('adviser'), asked);
    await recordCheck(tx, by('adviser'), { releaseId: made.id, figures });
    return made;
  });
  expect((await step('adviserB', releaseId, 'approve')).status).toBe(201);
  return releaseId;
}
const takenBack = async (id: string) => {
  await step('adviser', id, 'rollback');
  expect((await step('head', id, 'rollback/confirm')).status).toBe(201);
};
const inForce = async () => (await h.as('witness').get('/v1/rules')).body;
const determined = async () => (await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {})).body;
const today = () => h.clock.now.toISOString().slice(0, 10);
const P01 = 'disclosure/P01-subscriber-data.yaml';
const later = (page: string) => page.replace('from: "2000-01-01"', 'from: "2040-01-01"');

describe('the rules in force', () => {
  it('are the files of the installation where no release was ever published, and it is said', async () => {
    expect(await inForce()).toMatchObject({ releaseId: null });
    expect(text((await h.stranger.get('/health')).body, 'rulesFrom')).toContain('no release is in force');
  });

  it('are those of a release from its first day on, and those before it again once it is taken back', async () => {
    const before = text(await inForce(), 'digest');
    const id = await approved(P01, later, '2026-11-25');
    await step('adviser', id, 'publish');
    expect(await inForce()).toMatchObject({ releaseId: null, digest: before });
    h.clock.now = new Date('2026-11-25T08:00:00.000Z');
    const now = await inForce();
    expect(now).toMatchObject({ releaseId: id });
    expect(text(await determined(), 'determination', 'ruleSetDigest')).toBe(text(now, 'digest'));
    expect(text((await h.stranger.get('/health')).body, 'rulesFrom')).toBe(id);
    expect(await ruleSetByDigest(h.store.read, before)).not.toBeNull();
    await takenBack(id);
    expect(await inForce()).toMatchObject({ releaseId: null, digest: before });
    expect(text(await determined(), 'determination', 'ruleSetDigest')).toBe(before);
  });

  it('are no release whose note was signed with a key that nobody here knows', async () => {
    const id = await approved(P01, later, today());
    await step('adviser', id, 'publish');
    const { installed } = h.rules;
    const elsewhere = new RulesInForce({ store: h.store, clock: () => h.clock.now, installed, keys: [] });
    await expect(elsewhere.refresh()).rejects.toThrow(`release ${id} is not put in force`);
    expect(elsewhere.ruleSet).toBe(installed.ruleSet);
    await takenBack(id);
  });
});

describe('a release and the cases on file', () => {
  it('lists the open cases it decides otherwise, to who may see them, and proposes a plan to a running one', async () => {
    const made = await determined();
    const wanted = { determinationId: text(made, 'id'), lots: 'ALL' };
    const chosen = await h.as('officer').post(`/v1/cases/${caseId}/plans`, wanted);
    const ifMatch = chosen.headers['etag'] ?? '';
    await h.as('officer').post(`/v1/plans/${text(chosen.body, 'id')}/start`, undefined, { ifMatch });
    const sweep = () =>
      redetermine(h.rules, {
        ...{ store: h.store, version: '0.0.0-test', mode: 'embedded', clock: () => h.clock.now },
      });
    await sweep();
    const id = await approved(P01, later, today());
    const listed = await h.as('adviser').get(`/v1/releases/${id}/work-list`);
    expect(listed.body).toMatchObject({ day: today(), open: { 'changed-plan': 1 } });
    expect(at(listed.body, 'rows', 0)).toMatchObject({ reference: 'T-7', met: { firstRule: 'P01' } });
    expect((await h.as('officer').get(`/v1/releases/${id}/work-list`)).status).toBe(403);
    const proposals = async () =>
      list((await h.as('officer').get(`/v1/cases/${caseId}/plans`)).body, 'rows').filter(
        (plan) => at(plan, 'state') === 'PROPOSED',
      );
    expect(await proposals()).toEqual([]);
    await step('adviser', id, 'publish');
    expect(await sweep()).toMatchObject({ proposed: 1 });
    expect(await proposals()).toHaveLength(1);
    await takenBack(id);
  });

  it('is not taken back once a fact was answered that the rules before it do not know', async () => {
    const added = (text: string) =>
      text.replace(
        '  # The offence (A.3)\n',
        '  - { id: offence.newQuestion, scope: case, type: boolean, question: Is it new?, setBy: [CASE_OFFICER], whenUnknown: false }\n  # The offence (A.3)\n',
      );
    const id = await approved('facts.yaml', added, today());
    expect((await step('adviser', id, 'publish')).status).toBe(201);
    await say(h, caseId, 'officer', [{ fact: 'offence.newQuestion', value: true, source: 'case file' }]);
    const refused = await step('adviser', id, 'rollback');
    expect(refused).toMatchObject({ status: 409, code: 'RELEASE_MISFIT' });
    expect(text(refused.body, 'detail')).toContain('offence.newQuestion: is not known there');
    expect((await h.as('adviser').get(`/v1/releases/${id}`)).body).toMatchObject({ state: 'PUBLISHED' });
  });
});
