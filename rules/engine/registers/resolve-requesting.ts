import { nextWorkingDay, workingCalendar } from './calendars.js';
import { homeAuthorisation } from './home.js';
import { membershipsOf } from './law.js';
import type { Registers } from './model.js';
import { treatyStanding } from './standing.js';
import { earliest, settle, type Asking, type Resolved } from './trust.js';

const memberships = [
  { fact: 'requestingState.euBound', code: 'EU_E_EVIDENCE' },
  { fact: 'requestingState.euMember', code: 'EU' },
  { fact: 'requestingState.inEea', code: 'EEA' },
] as const;

/**
 * Facts of the case about the requesting State: unions, instruments it is a Party to, level of authorisation that its
 * law asks for, and when its offices work next (`requestingState.*`, `requestingPartyTo`, `authorisation.required.*`).
 */
export function resolveRequestingState(
  registers: Registers,
  query: Asking & { requestingState: string },
): Resolved {
  const state = query.requestingState;
  const resolved = homeAuthorisation(registers, state, query);
  const found = membershipsOf(registers, state, query);
  for (const { fact, code } of memberships) {
    const membership = found.find((one) => one.code === code);
    const ref = membership?.ref ?? `unions#${state}`;
    if (membership?.is === 'doubtful') {
      const lastChecked = membership.at ?? null;
      const says = `membership of ${code}`;
      resolved.doubtful.push({ fact, value: true, ref, why: 'LOW_CONFIDENCE', lastChecked, says });
    } else settle(resolved, fact, membership !== undefined, [ref], membership?.at);
  }
  settleParties(registers, query, resolved);
  settleOffice(registers, query, resolved);
  return resolved;
}

/** The next day on which offices of the State work, for texts; a State without a calendar has none. */
function settleOffice(
  registers: Registers,
  { requestingState, asOf }: Asking & { requestingState: string },
  resolved: Resolved,
): void {
  const calendar = workingCalendar(registers, requestingState);
  const day = calendar && nextWorkingDay(calendar, asOf.slice(0, 10));
  if (day === undefined) return;
  settle(resolved, 'requestingState.officeOpensOn', day, [`calendars/${requestingState}`], undefined);
}

function settleParties(
  registers: Registers,
  query: Asking & { requestingState: string },
  resolved: Resolved,
): void {
  const state = query.requestingState;
  const rows = Object.entries(registers.instruments).flatMap(([id, { code }]) =>
    code ? [{ code, standing: treatyStanding(registers, state, id, query) }] : [],
  );
  const inside = rows.filter(({ standing }) => standing.is === 'in');
  const outside = new Set(rows.filter(({ standing }) => standing.is !== 'in').map(({ code }) => code));
  const codes = [...new Set(inside.map(({ code }) => code))].filter((code) => !outside.has(code)).sort();
  const at = earliest(inside.map(({ standing }) => standing.at));
  settle(resolved, 'requestingPartyTo', codes, [`treaties/${state}`], at);
  for (const { code, standing } of rows.filter(({ standing: { is } }) => is === 'doubtful')) {
    const { ref, says, at: checked, why = 'UNKNOWN' } = standing;
    resolved.doubtful.push({
      fact: 'requestingPartyTo',
      value: code,
      ref,
      why,
      lastChecked: checked ?? null,
      says,
    });
  }
}
