/** Where a release of the rules stands (docs/releases.md). */
export const releaseStates = [
  'DRAFT',
  'CHECKED',
  'APPROVED',
  'PUBLISHED',
  'ROLLBACK_ASKED',
  'ROLLED_BACK',
  'WITHDRAWN',
] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** What a person does to a release, one step after the other. */
export const releaseSteps = [
  'CHECKED',
  'APPROVED',
  'PUBLISHED',
  'WITHDRAWN',
  'ROLLBACK_ASKED',
  'ROLLBACK_REFUSED',
  'ROLLED_BACK',
] as const;
export type ReleaseStep = (typeof releaseSteps)[number];

/** What the check of a release found: files of rules without an error, and worked cases that all came out as written. */
export type ReleaseFigures = {
  pages: number;
  states: number;
  providers: number;
  errors: number;
  warnings: number;
  casesPassed: number;
  casesFailed: number;
};

/** What the record says of a release: that it was proposed, and each step. */
export const releaseVerbs = [
  'RELEASE_PROPOSED',
  'RELEASE_CHECKED',
  'RELEASE_APPROVED',
  'RELEASE_PUBLISHED',
  'RELEASE_WITHDRAWN',
  'RELEASE_ROLLBACK_ASKED',
  'RELEASE_ROLLBACK_REFUSED',
  'RELEASE_ROLLED_BACK',
] as const;
