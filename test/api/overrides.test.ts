import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aCase } from './running-route.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const override = (more: object = {}) => ({
  page: 'D73',
  reason: 'The basis is being looked up with the provider.',
  expiresOn: '2026-12-31',
  ...more,
});

async function record(by: Name, body: object = override(), owner: Name = 'officer') {
  const { id } = await aCase(h, owner);
  return { ...(await h.as(by).post(`/v1/cases/${id}/overrides`, body)), caseId: id };
}

const second = (by: Name, id: string) => h.as(by).post(`/v1/overrides/${id}/second`, {});

describe('an override', () => {
  it('waits for a second person, and is listed with both', async () => {
    const first = await record('supervisor');
    expect(first.status).toBe(201);
    expect(at(first.body, 'seconded')).toBeNull();
    expect((await second('adviser', text(first.body, 'id'))).status).toBe(201);
    const seen = await h.as('officer').get(`/v1/cases/${first.caseId}/overrides`);
    expect(list(seen.body, 'rows')).toMatchObject([
      { page: 'D73', recorded: { personId: 'supervisor' }, seconded: { personId: 'adviser' } },
    ]);
    const audit = await h.as('auditor').get(`/v1/audit?caseId=${first.caseId}&limit=100`);
    const verbs = list(audit.body, 'rows').map((row) => at(row, 'verb'));
    expect(verbs).toEqual(expect.arrayContaining(['OVERRIDE_RECORDED', 'OVERRIDE_SECONDED']));
  });

  it.each([
    ['of law', 'adviser', override({ page: 'G15' }), 'OVERRIDE_OF_LAW'],
    ['of what a third party says', 'adviser', override({ page: 'D30' }), 'OVERRIDE_OF_REGISTER'],
    ['of no page', 'adviser', override({ page: 'Z99' }), 'OVERRIDE_UNKNOWN'],
    ['that has ended', 'adviser', override({ expiresOn: '2026-11-22' }), 'OVERRIDE_EXPIRY'],
    ['without an end in sight', 'adviser', override({ expiresOn: '2036-11-22' }), 'OVERRIDE_EXPIRY'],
    ['without an end', 'adviser', { page: 'D73', reason: 'Because.' }, 'BODY_INVALID'],
    ['without a reason', 'adviser', override({ reason: ' ' }), 'BODY_INVALID'],
    ['by the case officer', 'officer', override(), 'ROLE_MAY_NOT'],
    ['by the prosecutor', 'prosecutor', override(), 'ROLE_MAY_NOT'],
  ] as const)('%s is refused', async (_what, by, body, code) => {
    const seen = await record(by, body);
    expect(seen.code).toBe(code);
    const rows = await h.as('officer').get(`/v1/cases/${seen.caseId}/overrides`);
    expect(list(rows.body, 'rows')).toEqual([]);
  });

  it('is not recorded by who owns the case', async () => {
    expect((await record('twoHats', override(), 'twoHats')).code).toBe('DECISION_SELF');
  });

  it('is not seconded by the same person, by another role, or twice', async () => {
    const id = text((await record('adviser')).body, 'id');
    expect((await second('adviser', id)).code).toBe('DECISION_SECOND_SAME');
    expect((await second('supervisor', id)).code).toBe('ROLE_MAY_NOT');
    expect((await second('adviserB', id)).status).toBe(201);
    expect((await second('adviserB', id)).code).toBe('APPROVAL_STEP_CLOSED');
  });

  it('of a case one may not see does not exist', async () => {
    expect((await record('outsideSupervisor')).status).toBe(404);
  });
});

const answer = (fact: string, value: unknown, item?: string) => ({
  fact,
  value,
  source: 'the file',
  ...(item === undefined ? {} : { item }),
});

describe('a determination under an override', () => {
  it('leaves the page out until its last day, and says what the rules propose without that', async () => {
    const { id, etag } = await aCase(h);
    const answers = [
      answer('requestingAuthority.type', 'POLICE'),
      answer('proceedings.stage', 'OPEN_INVESTIGATION'),
      answer('proceedings.purpose', 'EVIDENCE'),
      answer('requestingAuthority.senderVerified', true),
      answer('offence.speechBased', false),
      answer('dataCategory', 'SUBSCRIBER', 'I1'),
      answer('identifiers', [{ type: 'USERNAME', value: 'training.user' }], 'I1'),
      answer('preservation.active', false, 'I1'),
      answer('preservation.daysLeft', 30, 'I1'),
    ];
    const byAdviser = [
      answer('requestingAuthority.competent', true),
      ...['politicalOffenceRisk', 'discriminationRisk', 'tortureRisk', 'fairTrialRisk'].map((risk) =>
        answer(`rights.${risk}`, 'NONE'),
      ),
    ];
    const told = await h.as('officer').post(`/v1/cases/${id}/facts`, { answers }, { ifMatch: etag });
    expect({ status: told.status, text: told.text }).toMatchObject({ status: 201 });
    const ifMatch = told.headers['etag'] ?? '';
    const more = await h.as('adviser').post(`/v1/cases/${id}/facts`, { answers: byAdviser }, { ifMatch });
    expect({ status: more.status, text: more.text }).toMatchObject({ status: 201 });
    const determined = async () => {
      const seen = await h.as('officer').post(`/v1/cases/${id}/determinations`, { dryRun: true });
      expect({ status: seen.status, text: seen.code }).toEqual({ status: 200, text: undefined });
      return at(seen.body, 'determination');
    };
    const asks = (seen: unknown) => list(seen, 'asks').map((one) => at(one, 'code'));
    expect(asks(await determined())).toContain('PRESERVATION_STANDS');
    const body = override({ page: 'D77' });
    const made = await h.as('supervisor').post(`/v1/cases/${id}/overrides`, body);
    expect(asks(await determined())).toContain('PRESERVATION_STANDS');
    await second('adviser', text(made.body, 'id'));
    const under = await determined();
    expect(asks(under)).not.toContain('PRESERVATION_STANDS');
    expect(list(under, 'overridden', 'without', 'firedRules')).toContain('D77');
    h.clock.now = new Date('2027-01-01T09:00:00.000Z');
    const after = await determined();
    expect(asks(after)).toContain('PRESERVATION_STANDS');
    expect(at(after, 'overridden')).toBeUndefined();
  });
});
