import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentFacts } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aCase } from './running-route.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const decision = (kind: string, value: unknown, more: object = {}) => ({
  kind,
  value,
  document: { ref: 'order 17/2026' },
  decidedOn: '2026-11-20',
  reason: 'The file shows it.',
  ...more,
});

async function record(by: Name, body: object, owner: Name = 'officer') {
  const { id } = await aCase(h, owner);
  const seen = await h.as(by).post(`/v1/cases/${id}/decisions`, body);
  return { ...seen, caseId: id, facts: await currentFacts(h.store.read, id) };
}

describe('a decision', () => {
  it('becomes a fact with its document when one person decides', async () => {
    const { status, body, facts } = await record('prosecutor', decision('AUTHORISATION', 'PROSECUTOR'));
    expect(status).toBe(201);
    expect(at(body, 'effective')).toBe(true);
    expect(facts).toMatchObject([
      {
        fact: 'authorisation.obtained',
        value: 'PROSECUTOR',
        source: 'order 17/2026',
        by: 'prosecutor',
        decisionId: text(body, 'id'),
      },
    ]);
  });

  it('that needs a second person is no fact before that person confirms it', async () => {
    const first = await record('adviser', decision('RIGHTS_REVIEW', true));
    expect(at(first.body, 'effective')).toBe(false);
    expect(first.facts).toEqual([]);
    const second = await h.as('supervisor').post(`/v1/decisions/${text(first.body, 'id')}/second`, {});
    expect(second.status).toBe(201);
    expect(at(second.body, 'effective')).toBe(true);
    expect(await currentFacts(h.store.read, first.caseId)).toMatchObject([
      { fact: 'clearance.rightsReview', value: true },
    ]);
  });

  it('is listed with who recorded and who confirmed it', async () => {
    const { body, caseId } = await record('adviser', decision('RIGHTS_REVIEW', true));
    await h.as('supervisor').post(`/v1/decisions/${text(body, 'id')}/second`, {});
    const seen = await h.as('officer').get(`/v1/cases/${caseId}/decisions`);
    expect(list(seen.body, 'rows')).toMatchObject([
      {
        recorded: { personId: 'adviser', role: 'LEGAL_ADVISOR' },
        seconded: { personId: 'supervisor', role: 'SUPERVISOR' },
      },
    ]);
  });
});

describe('nobody certifies himself past a gate', () => {
  it.each([
    ['AUTHORISATION', 'COURT'],
    ['NECESSITY_ASSESSMENT', 'APPROVED'],
    ['RIGHTS_REVIEW', true],
    ['RIGHTS_HOLD_RELEASE', true],
    ['PRE_CASE_IS_INVESTIGATION', true],
    ['ORDER_NAMES_PRIVILEGE', true],
  ])('refuses %s by the case officer', async (kind, value) => {
    const { status, code, facts } = await record('officer', decision(kind, value));
    expect({ status, code }).toEqual({ status: 403, code: 'ROLE_MAY_NOT' });
    expect(facts).toEqual([]);
  });

  it('refuses the owner of the case as second person in another role of his or hers', async () => {
    const first = await record('adviser', decision('RIGHTS_REVIEW', true), 'twoHats');
    const second = await h.as('twoHats').post(`/v1/decisions/${text(first.body, 'id')}/second`, {});
    expect(second).toMatchObject({ status: 403, code: 'DECISION_SELF' });
    expect(await currentFacts(h.store.read, first.caseId)).toEqual([]);
  });

  it('refuses the same person as second', async () => {
    const first = await record('adviser', decision('RIGHTS_REVIEW', true));
    const second = await h.as('adviser').post(`/v1/decisions/${text(first.body, 'id')}/second`, {});
    expect(second).toMatchObject({ status: 403 });
    expect(['DECISION_SECOND_SAME']).toContain(second.code);
  });

  it('refuses a second person of a role that the dictionary does not name', async () => {
    const first = await record('adviser', decision('RIGHTS_REVIEW', true));
    const second = await h.as('prosecutor').post(`/v1/decisions/${text(first.body, 'id')}/second`, {});
    expect(second).toMatchObject({ status: 403, code: 'ROLE_MAY_NOT' });
  });

  it('refuses a second confirmation of what is effective', async () => {
    const first = await record('adviser', decision('RIGHTS_REVIEW', true));
    const url = `/v1/decisions/${text(first.body, 'id')}/second`;
    await h.as('supervisor').post(url, {});
    expect(await h.as('supervisorB').post(url, {})).toMatchObject({
      status: 409,
      code: 'APPROVAL_STEP_CLOSED',
    });
  });

  it('lets the officer record what the dictionary gives to officers, but not confirm it', async () => {
    const first = await record('officer', decision('NO_NOTICE_AGREED', true));
    expect(first.status).toBe(201);
    expect(first.facts).toEqual([]);
    const second = await h.as('officer').post(`/v1/decisions/${text(first.body, 'id')}/second`, {});
    expect(second.status).toBe(403);
  });
});

describe('a decision that is refused', () => {
  it.each([
    ['a kind that does not exist', 'prosecutor', decision('AMNESTY', true), 'DECISION_KIND_UNKNOWN'],
    ['a value outside its domain', 'prosecutor', decision('AUTHORISATION', 'KING'), 'FACT_VALUE_INVALID'],
    [
      'an item for what is decided for the case',
      'prosecutor',
      decision('AUTHORISATION', 'COURT', { item: 'I1' }),
      'ITEM_UNKNOWN',
    ],
    ['an item that the case has not', 'officer', decision('CONSENT', true, { item: 'I9' }), 'ITEM_UNKNOWN'],
    ['no item where one is decided on', 'officer', decision('CONSENT', true), 'ITEM_UNKNOWN'],
    [
      'a day that has not come',
      'prosecutor',
      decision('AUTHORISATION', 'COURT', { decidedOn: '2026-12-24' }),
      'BODY_INVALID',
    ],
    [
      'a decision without a reason',
      'prosecutor',
      decision('AUTHORISATION', 'COURT', { reason: '' }),
      'BODY_INVALID',
    ],
    [
      'a decision without its document',
      'prosecutor',
      decision('AUTHORISATION', 'COURT', { document: undefined }),
      'BODY_INVALID',
    ],
  ] as const)('refuses %s', async (_what, by, body, code) => {
    const seen = await record(by, body);
    expect(seen.code).toBe(code);
    expect(seen.facts).toEqual([]);
  });

  it('of a case one may not see does not exist', async () => {
    const first = await record('adviser', decision('RIGHTS_REVIEW', true));
    const second = await h.as('outsideSupervisor').post(`/v1/decisions/${text(first.body, 'id')}/second`, {});
    expect(second).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
