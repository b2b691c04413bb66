import type { Role } from './codes.js';

/** What did not come of an item: all of it, a stretch of its time (days, `YYYY-MM-DD`), or one kind of data. */
export type Lacking =
  { kind: 'WHOLE' } | { kind: 'PERIOD'; from: string; until: string } | { kind: 'DATA'; which: string };

/** One thing that was asked for and did not come (rule P10). */
export type MissingPart = { item: string; lacks: Lacking };

/** How a person closes a gap: it came after all, another route asks for it, or the office does without. */
export const gapEnds = ['CAME', 'ELSEWHERE', 'GIVEN_UP'] as const;
export type GapEnd = (typeof gapEnds)[number];

const following: readonly Role[] = [
  'CASE_OFFICER',
  'DUTY_OFFICER',
  'SUPERVISOR',
  'DUTY_SUPERVISOR',
  'CENTRAL_AUTHORITY',
];

/** Who may say so. To do without what was asked for is a supervisor's decision. */
export const mayEndGap: Readonly<Record<GapEnd, readonly Role[]>> = {
  CAME: following,
  ELSEWHERE: following,
  GIVEN_UP: ['SUPERVISOR', 'DUTY_SUPERVISOR'],
};
