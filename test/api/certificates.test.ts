import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleSet, loadRuleSetFrom, verifyCertificate } from '../../rules/engine/index.js';
import type { RuleSet } from '../../rules/engine/index.js';
import { auditOf, latestDetermination } from '../../store/index.js';
import { aDescribedCase, say } from './described-case.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aCase, aDetermination, lotOf } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const version = '0.0.0-test';

async function aMadeDetermination(): Promise<{ caseId: string; id: string; digest: string }> {
  const caseId = await aDescribedCase(h);
  const made = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {});
  expect(made.status).toBe(201);
  return { caseId, id: text(made.body, 'id'), digest: text(made.body, 'determination', 'digest') };
}

describe('the certificate of a determination', () => {
  it('is computed again without the system, from the answer alone', async () => {
    const { id, digest } = await aMadeDetermination();
    const { status, body } = await h.as('officer').get(`/v1/determinations/${id}/certificate`);
    expect(status).toBe(200);
    expect(at(body, 'mark')).toBe('TRAINING - NOT A REQUEST');
    expect(text(body, 'issuedAt')).toBe(h.clock.now.toISOString());
    expect(text(body, 'text')).toContain('Determination of 2026-11-23');
    const verified = await verifyCertificate(body, { version, traceDigest: digest });
    expect(verified).toEqual({ verdict: 'valid', findings: [], notes: [] });
  });

  it('carries the facts with their sources, so that a changed register entry is named', async () => {
    const { id } = await aMadeDetermination();
    const { body } = await h.as('officer').get(`/v1/determinations/${id}/certificate`);
    const sources = at(body, 'frame', 'sources', 'I1', 'relation.bothParty');
    expect(at(sources, 'kind')).toBe('register');
    expect(text(sources, 'ref')).toContain('treaties/KZ');
    const changed = structuredClone(body);
    const facts = at(changed, 'frame', 'items', 0, 'facts');
    if (typeof facts === 'object' && facts !== null) Reflect.set(facts, 'relation.bothParty', ['BUDAPEST']);
    const { findings } = await verifyCertificate(changed, { version });
    expect(findings.map(({ what }) => what)).toEqual([expect.stringContaining('register entry treaties/KZ')]);
  });

  it('leaves the rule set at its address when asked to, and is whole together with it', async () => {
    const { id } = await aMadeDetermination();
    const light = await h.as('officer').get(`/v1/determinations/${id}/certificate?ruleSet=reference`);
    expect(at(light.body, 'ruleSet', 'content')).toBeUndefined();
    const address = text(light.body, 'ruleSet', 'address');
    const rules = await h.as('witness').get(address);
    expect(createHash('sha256').update(rules.text).digest('hex')).toBe(text(light.body, 'ruleSet', 'digest'));
    const verified = await verifyCertificate(light.body, { version, ruleSetContent: () => rules.body });
    expect(verified.verdict).toBe('valid');
  });

  it('leaves a trace of who was given it, as it carries the salt of the case', async () => {
    const { id, digest } = await aMadeDetermination();
    await h.as('adviser').get(`/v1/determinations/${id}/certificate`);
    const rows = await auditOf(h.store.read, { subject: { kind: 'determination', id }, limit: 10 });
    const issued = rows.find(({ verb }) => verb === 'CERTIFICATE_ISSUED');
    expect(issued).toMatchObject({ actor: { personId: 'adviser' }, newDigest: digest });
  });

  it('does not exist for who may not see the case', async () => {
    const { id } = await aMadeDetermination();
    const seen = await h.as('outsider').get(`/v1/determinations/${id}/certificate`);
    expect(seen).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('of a determination whose rule set nobody kept says where it would be, and does not pretend', async () => {
    const { id: caseId } = await aCase(h);
    const id = await aDetermination(h, caseId, [lotOf('PROV_PRES')]);
    const { body } = await h.as('officer').get(`/v1/determinations/${id}/certificate`);
    const { verdict, notes } = await verifyCertificate(body, { version });
    expect(verdict).toBe('incomplete');
    expect(notes.join()).toContain(text(body, 'ruleSet', 'digest'));
  });
});

describe('rule sets by digest', () => {
  it('are kept once, however many determinations rest on them', async () => {
    await aMadeDetermination();
    await aMadeDetermination();
    const entries = await auditOf(h.store.read, { limit: 5000 });
    const rows = entries.filter(({ verb }) => verb === 'RULE_SET_KEPT');
    expect(rows).toHaveLength(1);
  });

  it('stay readable when other rules are in force', async () => {
    const { id } = await aMadeDetermination();
    const made = await h.as('officer').get(`/v1/determinations/${id}`);
    const digest = text(made.body, 'determination', 'ruleSetDigest');
    const later = await startHarness({ store: h.store, ruleSet: anotherRuleSet() });
    try {
      const rules = await later.as('officer').get(`/v1/rule-sets/${digest}`);
      expect(createHash('sha256').update(rules.text).digest('hex')).toBe(digest);
      const { body } = await later.as('officer').get(`/v1/determinations/${id}/certificate`);
      expect((await verifyCertificate(body, { version })).verdict).toBe('valid');
    } finally {
      await later.stop();
    }
  }, 120_000);

  it('that were never used do not exist', async () => {
    expect(await h.as('officer').get(`/v1/rule-sets/${'0'.repeat(64)}`)).toMatchObject({ status: 404 });
  });
});

function anotherRuleSet(): RuleSet {
  const content: unknown = JSON.parse(loadRuleSet(new URL('../../rules', import.meta.url).pathname).content);
  const page = at(content, 'pages', 0);
  if (typeof page === 'object' && page !== null) Reflect.set(page, 'title', 'Another title');
  return loadRuleSetFrom(content);
}

describe('a determination tried out on other days', () => {
  const tried = (caseId: string, body: object) =>
    h.as('officer').post(`/v1/cases/${caseId}/determinations`, { dryRun: true, ...body });

  it('is of the law in force on the day asked for, and nothing is stored', async () => {
    const caseId = await aDescribedCase(h);
    const seen = await tried(caseId, { at: '2026-02-01' });
    expect(seen.status).toBe(200);
    expect(text(seen.body, 'determination', 'asOf')).toBe('2026-02-01');
    expect(await latestDetermination(h.store.read, caseId)).toBeNull();
  });

  it('is by the pages that were kept by then, whatever the pages say today', async () => {
    const caseId = await aDescribedCase(h);
    const made = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {});
    const before = text(made.body, 'determination', 'ruleSetDigest');
    const later = await startHarness({ store: h.store, ruleSet: anotherRuleSet() });
    later.clock.now = new Date('2026-11-25T09:00:00.000Z');
    try {
      const ask = async (body: object) => {
        const seen = await later
          .as('officer')
          .post(`/v1/cases/${caseId}/determinations`, { dryRun: true, ...body });
        return text(seen.body, 'determination', 'ruleSetDigest');
      };
      expect(await ask({ known: '2026-11-23' })).toBe(before);
      expect(await ask({})).toBe(anotherRuleSet().digest);
    } finally {
      await later.stop();
    }
  }, 120_000);

  it('reads the facts that were known by then, not what was learnt later', async () => {
    const caseId = await aDescribedCase(h);
    h.clock.now = new Date('2026-11-25T09:00:00.000Z');
    try {
      const judged = [{ fact: 'offence.deMinimis', value: true, source: 'assessment' }];
      expect((await say(h, caseId, 'adviser', judged)).status).toBe(201);
      const now = await tried(caseId, {});
      const then = await tried(caseId, { known: '2026-11-23' });
      expect(list(now.body, 'determination', 'firedRules')).toContain('F13');
      expect(list(then.body, 'determination', 'firedRules')).not.toContain('F13');
      const ofToday = await tried(caseId, { known: '2026-11-25' });
      expect(text(ofToday.body, 'determination', 'digest')).toBe(text(now.body, 'determination', 'digest'));
    } finally {
      h.clock.now = new Date('2026-11-23T09:00:00.000Z');
    }
  });

  it.each([
    ['at', '2026-02-30'],
    ['at', '2026-13-01'],
    ['known', '2025-02-29'],
    ['known', '2027-01-01'],
    ['known', '2020-01-01'],
    ['at', 'yesterday'],
  ])('is refused for a day that cannot be: %s %s', async (key, day) => {
    const caseId = await aDescribedCase(h);
    const seen = await tried(caseId, { [key]: day });
    expect(seen).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    expect(at(seen.body, 'errors', 0, 'pointer')).toBe(`/${key}`);
  });

  it('is refused for a day that the rules do not reach back to, and says how far they do', async () => {
    const caseId = await aDescribedCase(h);
    const seen = await tried(caseId, { at: '1990-01-01' });
    expect(seen).toMatchObject({ status: 422, code: 'DETERMINATION_REFUSED' });
    expect(text(seen.body, 'detail')).toContain('1990-01-01');
  });

  it('is never stored: another day is for trying out only', async () => {
    const caseId = await aDescribedCase(h);
    const seen = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, { at: '2026-02-01' });
    expect(seen).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    expect(at(seen.body, 'errors', 0, 'pointer')).toBe('/at');
  });
});
