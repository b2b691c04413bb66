import type { RouteFamily } from './codes.js';

/** Ids carry the family and a ULID: never a variant, a person or an offence (design, section 5). */
const familySlug = (family: RouteFamily): string => family.toLowerCase().replaceAll('_', '-');

export const caseWorkflowId = (caseId: string): string => `case-${caseId}`;
export const routeWorkflowId = (family: RouteFamily, routeId: string): string =>
  `${familySlug(family)}-${routeId}`;

export const taskQueues = { workflows: 'routes', activities: 'acts-general' } as const;

/** Names on the wire; never renamed. A route's type carries its family: `PROV_PRES` runs as `provPres`. */
export const caseWorkflowType = 'caseFile';
export const routeWorkflowType = (family: RouteFamily): string =>
  familySlug(family).replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
