import type { Registers } from './model.js';
import { nothing, settle, trust, type Asking, type Resolved } from './trust.js';

/**
 * Level of authorisation that the law of the requesting State asks for, as `authorisation.required.<category>`
 * (specification A.7). What is unknown or of low confidence is left out: the dictionary then assumes a court.
 */
export function homeAuthorisation(registers: Registers, state: string, asking: Asking): Resolved {
  const resolved = nothing();
  for (const [category, entry] of Object.entries(registers.states.get(state)?.authorisationAtHome ?? {})) {
    const fact = `authorisation.required.${category}`;
    const ref = `states/${state}#authorisationAtHome.${category}`;
    const trusted = trust({ ref, entry }, asking);
    if (entry.level !== 'unknown' && trusted.sure) settle(resolved, fact, entry.level, [ref], trusted.at);
    else {
      const why = entry.level === 'unknown' || trusted.sure ? 'UNKNOWN' : trusted.why;
      const says = entry.note ?? entry.article ?? 'level not found';
      resolved.doubtful.push({ fact, ref, why, lastChecked: entry.lastChecked ?? null, says });
    }
  }
  return resolved;
}
