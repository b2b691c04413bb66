import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleSet } from '../../rules/engine/index.js';
import { packedText, packFolder } from '../../rules/workbench/release/packed.js';
import { auditOf, noteFault, proposeRelease, recordCheck, releaseById } from '../../store/index.js';
import type { PersonAct } from '../../store/index.js';
import { at, list, startHarness, testNotary, text } from './harness.js';
import type { Harness } from './harness.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

/** The rules of the project with two of their worked cases: enough to be tried, and quick. */
const dir = fileURLToPath(new URL('../../rules', import.meta.url));
const whole = packFolder(dir).files;
const files = Object.fromEntries(
  Object.entries(whole).filter(
    ([file]) => !file.startsWith('examples/') || /^examples\/SC0[14]\.json$/.test(file),
  ),
);
const figures = {
  ...{ pages: 193, states: 68, providers: 54 },
  ...{ errors: 0, warnings: 0, casesPassed: 2, casesFailed: 0 },
};
const P01 = 'disclosure/P01-subscriber-data.yaml';
const reason = 'A letter of the ministry.';
const propose = (by: Name, more: object = {}) =>
  h
    .as(by)
    .post('/v1/releases', { title: 'Subscriber data', reason, effectFrom: '2026-12-01', files, ...more });
const { digest, content } = loadRuleSet(dir);
const by = (personId: Name): PersonAct & { reason: string } => ({
  actor: { kind: 'person', personId, role: 'LEGAL_ADVISOR' },
  at: h.clock.now.toISOString(),
  reason,
});
/** What the door makes of a folder once it has read it, without reading it again. */
const proposed = async ({ title = 'Subscriber data' } = {}) => {
  const asked = { title, effectFrom: '2026-12-01', content: packedText({ form: 1, files }) };
  const rules = { ruleSet: { digest, content }, registersDigest: '0'.repeat(64) };
  const made = await h.store.transaction((tx) => proposeRelease(tx, by('adviser'), { ...asked, ...rules }));
  return made.id;
};
const checked = async (more: { title?: string } = {}) => {
  const releaseId = await proposed(more);
  await h.store.transaction((tx) => recordCheck(tx, by('adviser'), { releaseId, figures }));
  return releaseId;
};
const step = (by: Name, id: string, word: string, more: object = {}) =>
  h.as(by).post(`/v1/releases/${id}/${word}`, { reason, ...more });
const approved = async (more: { title?: string } = {}) => {
  const id = await checked(more);
  expect((await step('adviserB', id, 'approve')).status).toBe(201);
  return id;
};
const shown = async (id: string) => (await h.as('witness').get(`/v1/releases/${id}`)).body;
const takenBack = async (id: string) => {
  expect((await step('adviser', id, 'rollback')).status).toBe(201);
  expect((await step('head', id, 'rollback/confirm')).status).toBe(201);
};

describe('a release of the rules', () => {
  it('goes from draft to publication by two advisers, and every step is on record with who, why and the digest', async () => {
    const id = text((await propose('adviser')).body, 'id');
    expect(await shown(id)).toMatchObject({ state: 'DRAFT', byPerson: 'adviser', baseId: null });
    const found = await step('adviser', id, 'check');
    expect(at(found.body, 'steps', 0, 'figures')).toMatchObject({
      errors: 0,
      casesPassed: 2,
      casesFailed: 0,
    });
    await step('adviserB', id, 'approve');
    const published = await step('adviser', id, 'publish');
    expect(published.body).toMatchObject({ state: 'PUBLISHED' });
    const entries = await auditOf(h.store.read, { subject: { kind: 'release', id }, limit: 10 });
    expect(entries.map(({ verb, newDigest }) => [verb, newDigest])).toEqual(
      ['PROPOSED', 'CHECKED', 'APPROVED', 'PUBLISHED'].map((word) => [
        `RELEASE_${word}`,
        text(published.body, 'contentDigest'),
      ]),
    );
    await takenBack(id);
    expect(await shown(id)).toMatchObject({ state: 'ROLLED_BACK' });
  });

  it('carries a note signed with the keys of the record, which a changed digest or another key does not pass', async () => {
    const id = await approved();
    await step('adviserB', id, 'publish');
    const release = await releaseById(h.store.read, id);
    if (release === null) throw new Error('no release');
    expect(noteFault(release, testNotary.keys)).toBeNull();
    expect(noteFault({ ...release, registersDigest: 'f'.repeat(64) }, testNotary.keys)).toContain('signed');
    expect(noteFault(release, [])).toContain('a key that is not known');
    await takenBack(id);
  });

  it('is read back by the second adviser file by file, as it was proposed', async () => {
    const id = await proposed();
    const { body } = await h.as('adviserB').get(`/v1/releases/${id}/folder`);
    expect(at(body, 'files')).toEqual(files);
    expect(text(body, 'digest')).toBe(text(await shown(id), 'contentDigest'));
  });

  it('is not approved by who proposed it, nor by who stands in for that person', async () => {
    const id = await checked();
    expect(await step('adviser', id, 'approve')).toMatchObject({ status: 403, code: 'RELEASE_SELF' });
    const away = { fromAt: '2026-11-23T00:00:00Z', untilAt: '2026-11-24T00:00:00Z', reason: 'A journey.' };
    const named = { fromPerson: 'adviser', toPerson: 'adviserB', role: 'LEGAL_ADVISOR', ...away };
    const given = await h.as('adviser').post('/v1/delegations', named);
    expect(given.status).toBe(201);
    const standing = await h
      .as('adviserB')
      .post(`/v1/releases/${id}/approve`, { reason }, { headers: { 'acting-for': 'adviser' } });
    expect(standing).toMatchObject({ status: 403, code: 'RELEASE_SELF' });
    expect((await step('adviserB', id, 'approve')).status).toBe(201);
    expect((await step('supervisor', id, 'publish')).code).toBe('ROLE_MAY_NOT');
  });

  it('is not published before a second adviser has approved it, and not approved before it was checked', async () => {
    const id = await proposed();
    expect(await step('adviserB', id, 'approve')).toMatchObject({ status: 409, code: 'RELEASE_STATE' });
    await h.store.transaction((tx) => recordCheck(tx, by('adviser'), { releaseId: id, figures }));
    const early = await step('adviser', id, 'publish');
    expect(early).toMatchObject({ status: 409, code: 'RELEASE_STATE' });
    expect(text(early.body, 'detail')).toContain('not approved by a second adviser');
    expect((await step('adviser', id, 'withdraw')).body).toMatchObject({ state: 'WITHDRAWN' });
    expect((await step('adviserB', id, 'approve')).code).toBe('RELEASE_STATE');
  });

  it('begins on no day that is over, and on none before the one that was approved', async () => {
    const late = await propose('adviser', { effectFrom: '2026-11-22' });
    expect(late).toMatchObject({ status: 422, code: 'RELEASE_DATE_PAST' });
    expect(text(late.body, 'detail')).toContain('2026-11-23');
    const id = await approved();
    const earlier = await step('adviser', id, 'publish', { effectFrom: '2026-11-30' });
    expect(earlier).toMatchObject({ status: 422, code: 'RELEASE_DATE_PAST' });
    expect(await shown(id)).toMatchObject({ state: 'APPROVED' });
    const later = await step('adviser', id, 'publish', { effectFrom: '2026-12-05' });
    expect(at(later.body, 'steps', 2, 'effectFrom')).toBe('2026-12-05');
    await takenBack(id);
  });

  it('that lacks half the pages, or fails a worked case, is not checked: each fault is named with its file', async () => {
    const half = Object.fromEntries(
      Object.entries(files).filter(([file]) => !/^(gates|securing|assistance|emergency)\//.test(file)),
    );
    const id = text((await propose('adviser', { files: half })).body, 'id');
    const refused = await step('adviser', id, 'check');
    expect(refused).toMatchObject({ status: 422, code: 'RELEASE_NOT_WHOLE' });
    const faults = list(refused.body, 'errors').map((fault) => text(fault, 'detail'));
    expect(faults.find((says) => says.startsWith('catalogue.yaml:'))).toContain('only a part of the rules');
    expect(faults.find((says) => says.startsWith('examples/SC0'))).toContain('is missing');
    expect(await shown(id)).toMatchObject({ state: 'DRAFT' });
  });

  it('that cannot be read is no draft: a page cut in two is refused with line and column', async () => {
    const cut = { ...files, [P01]: (files[P01] ?? '').slice(0, 300) };
    const refused = await propose('adviser', { files: cut });
    expect(refused).toMatchObject({ status: 422, code: 'RELEASE_NOT_WHOLE' });
    expect(text(refused.body, 'errors', 0, 'detail')).toMatch(
      /^disclosure\/P01-subscriber-data.yaml:\d+:\d+ /,
    );
    const outside = await propose('adviser', { files: { ...files, '../facts.yaml': 'x' } });
    expect(outside).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    const program = await propose('adviser', { files: { ...files, 'engine/a.yaml': 'x' } });
    expect(program).toMatchObject({ status: 422, code: 'BODY_INVALID' });
  });

  it('proposed before another was published is not published over it', async () => {
    const [first, second] = [await approved(), await approved({ title: 'Another one' })];
    expect((await step('adviser', first, 'publish')).status).toBe(201);
    const stale = await step('adviser', second, 'publish');
    expect(stale).toMatchObject({ status: 409, code: 'RELEASE_STALE' });
    expect(text(stale.body, 'detail')).toContain('the files of the installation');
    const third = await approved({ title: 'On top' });
    expect(at(await shown(third), 'baseId')).toBe(first);
    await step('adviser', third, 'publish');
    const under = await step('adviser', first, 'rollback');
    expect(under).toMatchObject({ status: 409, code: 'RELEASE_STATE' });
    expect(text(under.body, 'detail')).toContain('"On top"');
    await takenBack(third);
    await takenBack(first);
  });

  it('is taken back by two persons, or stays when one of them says so', async () => {
    const id = await approved();
    await step('adviser', id, 'publish');
    await step('adviserB', id, 'rollback');
    expect(await step('adviserB', id, 'rollback/confirm')).toMatchObject({ code: 'RELEASE_SELF' });
    expect((await step('head', id, 'rollback/refuse')).body).toMatchObject({ state: 'PUBLISHED' });
    await step('adviserB', id, 'rollback');
    expect((await step('adviser', id, 'rollback/confirm')).body).toMatchObject({ state: 'ROLLED_BACK' });
    expect((await step('adviser', id, 'rollback')).code).toBe('RELEASE_STATE');
  });
});
