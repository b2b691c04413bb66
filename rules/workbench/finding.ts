import type { PageFault } from '../engine/index.js';

/** Everything that the workbench looks for. An error stops a release; a warning is read and settled. */
export const checks = {
  'does-not-hold': { level: 'error', says: 'A file cannot be read, or a word in it is not declared.' },
  'register-does-not-hold': { level: 'error', says: 'A register cannot be read, or contradicts itself.' },
  'rule-without-page': { level: 'error', says: 'The catalogue names a rule that has no page.' },
  'page-without-rule': { level: 'error', says: 'A page belongs to a rule that the catalogue does not name.' },
  'law-unknown': { level: 'error', says: 'A page cites an instrument that no register names.' },
  'law-ended': { level: 'error', says: 'A page in force cites law that has ended.' },
  'law-not-yet': { level: 'error', says: 'A page of law is in force before all the law that it cites.' },
  'example-contradicts': { level: 'error', says: 'A page does not do what its own example says.' },
  unused: { level: 'warning', says: 'Something is declared and nothing reads it.' },
  'unit-missing': { level: 'warning', says: 'A number does not say what it counts.' },
  'example-missing': { level: 'warning', says: 'A page lacks an example that its conditions call for.' },
  'translation-missing': { level: 'warning', says: 'A sentence stands in English only.' },
  'reading-stale': { level: 'warning', says: 'The text of a law was read too long ago.' },
  unreachable: { level: 'warning', says: 'No case brings about what a page says.' },
  implied: { level: 'warning', says: 'What a page says is said by another in every such case.' },
  'opens-and-shuts': {
    level: 'warning',
    says: 'One page opens a route and another takes it away in one case.',
  },
  gap: { level: 'error', says: 'A case gets neither a route nor a reason.' },
  'value-dead': { level: 'warning', says: 'No case has a value that the rules name.' },
  'values-alike': { level: 'warning', says: 'No page tells answers of a fact apart.' },
  undecided: { level: 'error', says: 'A question about all cases was not answered, so nothing is known.' },
} as const satisfies Record<string, { level: 'error' | 'warning'; says: string }>;
export type CheckId = keyof typeof checks;
export const checkIds = Object.keys(checks).filter((id): id is CheckId => id in checks);
export type Level = (typeof checks)[CheckId]['level'];

/** One thing that is wrong, and where a person mends it. Files are named from the folder of rules. */
export type Finding = PageFault & { check: CheckId; level: Level };

export const findingOf = (check: CheckId, fault: PageFault): Finding => ({
  ...fault,
  check,
  level: checks[check].level,
});

/** By file and place, as a person goes through them. */
export const inOrder = <F extends Finding>(findings: readonly F[]): F[] =>
  [...findings].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
