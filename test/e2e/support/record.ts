import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { auditEntryView, deadlineView } from '../../../api/schemas/record.js';
import { routeFileView } from '../../../api/schemas/route.js';
import type { RunningSystem } from '../../support/running-system.js';

export type Entry = z.infer<typeof auditEntryView>;
export type RouteFile = z.infer<typeof routeFileView>;

const page = z.object({ rows: z.array(z.unknown()), next: z.string().nullable() });

/** Every row of a list, page by page, as its view says it looks. */
async function allRows<Row extends z.ZodType>(
  system: RunningSystem,
  who: string,
  path: string,
  view: Row,
): Promise<z.infer<Row>[]> {
  const rows: z.infer<Row>[] = [];
  for (let next: string | null = ''; next !== null;) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const { body } = await system.office(who).get(`${path}?limit=100${cursor}`);
    const seen = page.parse(body);
    rows.push(...z.array(view).parse(seen.rows));
    next = seen.next;
  }
  return rows;
}

/** The whole audit trail, as the auditor reads it. */
export const auditTrail = (system: RunningSystem): Promise<Entry[]> =>
  allRows(system, 'training-auditor', '/v1/audit', auditEntryView);

export const timelineOf = (system: RunningSystem, who: string, caseId: string): Promise<Entry[]> =>
  allRows(system, who, `/v1/cases/${caseId}/timeline`, auditEntryView);

export const deadlinesOf = (system: RunningSystem, who: string, caseId: string) =>
  allRows(system, who, `/v1/cases/${caseId}/deadlines`, deadlineView);

export async function routeFile(system: RunningSystem, who: string, routeId: string): Promise<RouteFile> {
  return routeFileView.parse((await system.office(who).get(`/v1/routes/${routeId}`)).body);
}

/** Entries of a trail about one route: about the route itself, or naming it. */
export const aboutRoute = (trail: readonly Entry[], routeId: string): Entry[] =>
  trail.filter(({ subject, body }) => subject.id === routeId || body.includes(`"routeId":"${routeId}"`));

/** The first entry of a trail that does not stand in its place, or does not fit its own hash (RFC 6962); undefined when all do. */
export function firstBroken(trail: readonly Entry[]): Entry | undefined {
  return trail.find((entry, index) => {
    const { hash, ...said } = entry;
    return entry.sequence !== index + 1 || hash !== sha256(`\0${canonicalize(said) ?? ''}`);
  });
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
