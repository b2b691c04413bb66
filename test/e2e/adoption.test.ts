import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adopt,
  adviser,
  decide,
  determine,
  officer,
  openCase,
  proposalIn,
  prosecutor,
  say,
  stands,
  startPlan,
  supervisor,
} from '../../scripts/demo/acts.js';
import { type Answer, text } from '../../scripts/demo/office.js';
import { npa, reference, routeOf } from '../../scripts/demo/stories.js';
import { RunningSystem } from '../support/running-system.js';
import { signStep } from './support/cases.js';
import { auditTrail, firstBroken, routeFile } from './support/record.js';

/** A running route keeps the law it was approved under until a person who may adopts another plan (design, section 5). */
const system = new RunningSystem();
const { office } = system;
type Held = { caseId: string; preservation: string; assistance: string };

beforeAll(() => system.start());
afterAll(() => system.stop());

/** SC14 with its request for assistance drafted and held: there is no court order. */
async function heldWithoutOrder(): Promise<Held> {
  const caseId = await openCase(office, 'SC14', reference('SC14'));
  await decide(office, caseId, npa);
  await decide(office, caseId, { who: adviser, kind: 'DUAL_CRIMINALITY', value: 'MET', item: 'I1' });
  const { routes } = await startPlan(office, caseId, (await determine(office, caseId)).id);
  const held = { preservation: routeOf(routes, 'PROV_PRES'), assistance: routeOf(routes, 'MLA') };
  await stands(office, held.preservation, 'APPROVAL');
  await stands(office, held.assistance, 'CHECKS');
  return { caseId, ...held };
}

const courtOrder = (caseId: string): Promise<Answer> =>
  decide(office, caseId, { who: prosecutor, kind: 'AUTHORISATION', value: 'COURT' });

/** The officer learns that the data are about to be lost: the request becomes urgent. */
async function losingData(caseId: string): Promise<Answer> {
  const fact = { fact: 'volatility', item: 'I1', value: 'IMMINENT_LOSS', source: 'call of the provider' };
  const said = await say(office, officer, caseId, [fact]);
  if (said === undefined) throw new Error('nothing was said');
  return said;
}

type Proposal = ReturnType<typeof proposalIn>;
const adopting = (who: string, { planId, planDigest, baseDigest }: Proposal): Promise<Answer> =>
  office(who).attempt(
    `/v1/plans/${planId}/adopt`,
    { basePlanDigest: baseDigest, reason: 'The difference was read and is wanted.' },
    `"${planDigest}"`,
  );

const refusal = ({ status, body }: Answer) => [status, text(body, 'code')];
const fileOf = (routeId: string) => routeFile(system, officer, routeId);

describe('while nothing was signed', () => {
  let held: Held;
  let proposal: Proposal;
  beforeAll(async () => {
    held = await heldWithoutOrder();
    proposal = proposalIn(await courtOrder(held.caseId));
  });

  it('a proposal changes nothing by itself: the request stays held under the plan that runs', async () => {
    const { state, waitsFor, planId } = await fileOf(held.assistance);
    expect([state, waitsFor]).toEqual(['CHECKS', 'AUTHORISATION_MISSING']);
    expect(planId).not.toBe(proposal.planId);
  });

  it('is refused on another base than the plan that runs', async () => {
    const stale = { ...proposal, baseDigest: proposal.planDigest };
    expect(refusal(await adopting(officer, stale))).toEqual([409, 'PLAN_STALE']);
  });

  it('is refused when the proposal that was read is not the one that is there', async () => {
    const other = { ...proposal, planDigest: proposal.baseDigest };
    const [status, code] = refusal(await adopting(officer, other));
    expect([status, code]).toEqual([412, 'VERSION_STALE']);
    expect((await fileOf(held.assistance)).state).toBe('CHECKS');
  });

  it('the officer adopts it, and the request asks for its signatures', async () => {
    await adopt(office, proposal, officer);
    await stands(office, held.assistance, 'APPROVAL');
    expect((await fileOf(held.assistance)).planId).toBe(proposal.planId);
  });

  it('the proposal is spent: adopted once more, its base is no longer the plan that runs', async () => {
    expect(refusal(await adopting(officer, proposal))).toEqual([409, 'PLAN_STALE']);
  });
});

describe('once something was signed', () => {
  let held: Held;
  let proposal: Proposal;
  beforeAll(async () => {
    held = await heldWithoutOrder();
    await signStep(office, held.preservation, supervisor);
    await stands(office, held.preservation, 'HANDED_OVER');
    proposal = proposalIn(await courtOrder(held.caseId));
  });

  it('the officer may not adopt', async () => {
    expect(refusal(await adopting(officer, proposal))).toEqual([403, 'ADOPTION_NEEDS_SUPERVISOR']);
    expect((await fileOf(held.assistance)).state).toBe('CHECKS');
  });

  it('the supervisor adopts: what was held goes on, what was signed keeps its draft and its packet', async () => {
    const before = await fileOf(held.preservation);
    await adopt(office, proposal, supervisor);
    await stands(office, held.assistance, 'APPROVAL');
    const after = await fileOf(held.preservation);
    expect(after.state).toBe('HANDED_OVER');
    expect(after.packets).toEqual(before.packets);
    expect(after.documents).toEqual(before.documents);
  });
});

describe('when the case moved on under a proposal', () => {
  it('the older proposal is refused, the newer one is adopted', async () => {
    const held = await heldWithoutOrder();
    const older = proposalIn(await courtOrder(held.caseId));
    const newer = proposalIn(await losingData(held.caseId));
    expect(newer.planId).not.toBe(older.planId);
    expect(refusal(await adopting(officer, older))).toEqual([409, 'PLAN_STATE']);
    expect((await fileOf(held.assistance)).state).toBe('CHECKS');
    await adopt(office, newer, officer);
    await stands(office, held.assistance, 'APPROVAL');
  });

  it('leaves an audit trail without a gap', async () => {
    expect(firstBroken(await auditTrail(system))).toBeUndefined();
  });
});
