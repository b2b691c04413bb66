import type { FactMap, Frame } from '../../../contracts/determination.js';
import type { Confirmation } from '../registers/index.js';
import { isList } from '../rule-set/value-types.js';
import { resolvedFrame, type FrameInput, type Subject } from './frame.js';

/**
 * The frame of a case that was kept, resolved anew: what persons said and decided stands, facts of registers are those of
 * these registers on this day. Overrides stay.
 * @throws RogatoryError DETERMINATION_REFUSED when a fact is missing that these rules cannot do without
 */
export function frameAnew(frame: Frame, input: Omit<FrameInput, 'caseFacts' | 'items'>): Frame {
  const anew = resolvedFrame(
    input,
    confirmedIn(frame),
    said(frame, 'case', frame.case),
    frame.items.map(({ id, facts }) => ({ id, ...said(frame, id, facts) })),
  );
  return frame.overrides === undefined ? anew : { ...anew, overrides: frame.overrides };
}

/** Facts of a subject that no register said. */
function said({ sources }: Frame, subject: string, facts: FactMap): Subject {
  const own = sources[subject] ?? {};
  const kept = (fact: string): boolean => own[fact]?.kind !== 'register' && fact !== 'asOf';
  return {
    facts: Object.fromEntries(Object.entries(facts).filter(([fact]) => kept(fact))),
    sources: Object.fromEntries(Object.entries(own).filter(([fact]) => kept(fact))),
  };
}

function confirmedIn({ case: facts, sources }: Frame): Confirmation[] {
  const refs = facts['clearance.entryConfirmed'];
  const on = sources['case']?.['clearance.entryConfirmed']?.at?.slice(0, 10);
  if (refs === undefined || refs === null || !isList(refs) || on === undefined) return [];
  return refs.map((ref) => ({ ref, on }));
}
