import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { identifier, timeWindow } from '../../contracts/facts.js';
import { determination, factValue } from './determination.js';
import { routeView } from './route-view.js';

const strings = z.array(z.string()).readonly();
const instant = z.string();

export const caseView = z
  .object({
    id: z.string(),
    reference: z.string(),
    title: z.string().nullable(),
    requestingState: z.string(),
    unitId: z.string(),
    openedBy: z.string(),
    openedAt: instant,
    version: z.int(),
    state: z.enum(['OPEN', 'CLOSED']),
    items: strings,
    members: z.array(z.object({ personId: z.string(), access: z.enum(['OWNER', 'MEMBER']) })).readonly(),
  })
  .meta({ id: 'Case' });

export const storedValue = z.union([factValue, z.array(identifier).readonly(), timeWindow]);

export const factVersionView = z
  .object({
    id: z.string(),
    fact: z.string(),
    item: z.string().nullable(),
    known: z.boolean(),
    value: storedValue,
    source: z.string(),
    by: z.string(),
    role: z.enum([...roles, 'SYSTEM']),
    decisionId: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'FactVersion' });

const signed = z.object({ personId: z.string(), role: z.enum(roles), at: instant });

export const decisionView = z
  .object({
    id: z.string(),
    caseId: z.string(),
    kind: z.string(),
    fact: z.string(),
    item: z.string().nullable(),
    value: storedValue,
    documentRef: z.string(),
    documentSha256: z.string().nullable(),
    decidedOn: z.string(),
    reason: z.string(),
    /** Roles of which the second person must hold one; `null` where one signature is enough. */
    secondRoles: z.array(z.enum(roles)).readonly().nullable(),
    recorded: signed,
    seconded: signed.nullable(),
    /** Only then does the fact hold. */
    effective: z.boolean(),
  })
  .meta({ id: 'Decision' });

export const determinationView = z
  .object({
    id: z.string().nullable().describe('`null` for a dry run: nothing was stored.'),
    caseId: z.string(),
    caseVersion: z.int(),
    cause: z.string(),
    at: instant,
    text: z.string().describe('What the officer reads.'),
    determination,
    explainedItems: strings.describe(
      'Items whose conditions stand in `determination.explanation`: all of them, or 20 at a time in a large case.',
    ),
    routes: z.array(routeView).readonly().describe('Every route of the catalogue side by side.'),
  })
  .meta({ id: 'DeterminationRecord' });

export const determinationLine = determinationView
  .pick({ caseId: true, caseVersion: true, cause: true, at: true })
  .extend({ id: z.string(), digest: z.string(), ruleSetDigest: z.string(), asOf: z.string() })
  .meta({ id: 'DeterminationLine' });
