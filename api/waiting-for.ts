import type { Role } from '../contracts/codes.js';
import type { Lot } from '../contracts/determination.js';
import type { Rung } from '../contracts/terms.js';
import { assumedCalendar, endOf, rungsFrom, type Offices } from '../rules/engine/clocks/index.js';
import { calendarOfAddressee } from '../rules/engine/registers/index.js';
import { onDuty, personById } from '../store/index.js';
import type { CaseRecord, OnDuty, Reading } from '../store/index.js';
import type { AppDeps } from './deps.js';

type Where = { file: CaseRecord; routeId: string; lot: Lot; at: string };

/**
 * What a route that starts now waits for: cures of what holds it, then its first signatures, each with the people who can be
 * asked now - the rota first - and never one who drafts it; and when who is called if nobody signs, or if the addressee is silent.
 */
export async function waitingFor(deps: AppDeps, read: Reading, where: Where) {
  const { lot, routeId, file, at } = where;
  const { route, addressee, measure, terms } = lot;
  const own: Offices = [calendarOf(deps, file.requestingState)];
  const first = Math.min(...terms.approvals.map(({ order }) => order));
  const signatures = await Promise.all(
    terms.approvals
      .filter(({ order }) => order === first && !lot.inFlight)
      .map(async ({ step, roles, within, ladder }) => ({
        ...{ step, roles, within },
        dueAt: endOf(at, within, own).at,
        people: await whoCan(read, file, roles, at),
        calls: rungsFrom(at, ladder, own).map(({ at: callAt, rung }) => ({ at: callAt, ...told(rung) })),
      })),
  );
  const heldBy = lot.dispatchBlockers.map(({ code, cure }) => ({
    ...{ code, says: deps.ruleSet.texts.blockers[code] ?? code },
    cure: { fact: cure.fact, is: cure.is, by: cure.by },
  }));
  return {
    routeId,
    route,
    addressee,
    measure,
    urgency: terms.urgency,
    heldBy,
    signatures,
    afterSending: callsAfterSending(lot),
  };
}

const calendarOf = ({ registers }: AppDeps, state: string): Offices[0] =>
  calendarOfAddressee(registers, state) ?? assumedCalendar(state);

const told = ({ tell, what }: Rung) => ({ tell, what });

/** Calls on the clocks that the dispatch starts; before it nobody knows their instant. */
const callsAfterSending = ({ terms }: Lot) =>
  terms.clocks
    .filter(({ starts }) => starts === 'DISPATCHED')
    .flatMap(({ title, ladder }) =>
      ladder
        .filter(({ what }) => what === 'call')
        .map((rung) => ({ title, after: rung.after, ...told(rung) })),
    );

async function whoCan(
  read: Reading,
  { unitId, id: caseId, members }: CaseRecord,
  roles: readonly Role[],
  at: string,
) {
  const found = await Promise.all(roles.map((role) => onDuty(read, { unitId, role, caseId }, at)));
  const drafting = members.map(({ personId }) => personId);
  const could = found.flat().filter(({ personId }) => !drafting.includes(personId));
  return Promise.all(could.map((one) => named(read, one)));
}

const named = async (read: Reading, { personId, role, why, insteadOf }: OnDuty) => ({
  ...{ personId, role, why, insteadOf },
  label: (await personById(read, personId))?.label ?? personId,
});
