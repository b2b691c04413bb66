import { z } from 'zod';
import { replyOutcomes, roles, routeFamilies, routeStates } from '../../contracts/codes.js';
import { refusalReasons } from '../../contracts/refusals.js';
import { lot } from './determination.js';
import { gapView } from './gaps.js';
import { enteredLaterView } from './in-flight.js';
import { mark } from './mark.js';
import { returnComment } from './paragraphs.js';
import { arrivalView, asideView } from './set-aside.js';

const strings = z.array(z.string()).readonly();
const instant = z.string();

export const routeView = z
  .object({
    mark,
    id: z.string(),
    caseId: z.string(),
    workflowId: z.string(),
    family: z.enum(routeFamilies),
    route: z.string(),
    measure: z.string(),
    addressee: z.string(),
    items: strings,
    drafters: strings,
    seq: z.int(),
    state: z.enum(routeStates),
    waitsFor: z.string().nullable(),
    nextAt: instant.nullable(),
    movedAt: instant,
    reason: z.string(),
    planId: z.string(),
    lot,
    withdrawalProposed: z.boolean(),
  })
  .meta({ id: 'Route' });

export const documentView = z
  .object({
    mark,
    id: z.string(),
    caseId: z.string(),
    routeId: z.string(),
    planId: z.string(),
    version: z.int(),
    digest: z.string().describe('SHA-256 over all forms of the draft: what an approval binds.'),
    language: z.string(),
    renderedAt: instant,
    files: z
      .array(z.object({ form: z.string(), mediaType: z.string(), sha256: z.string(), size: z.number() }))
      .readonly(),
  })
  .meta({ id: 'Document' });

export const evidenceView = z
  .object({
    id: z.string(),
    caseId: z.string(),
    routeId: z.string(),
    fileName: z.string(),
    senderSha256: z.string(),
    sha256: z.string().nullable(),
    size: z.number().nullable(),
    state: z.string(),
    why: z.string().nullable(),
    begunAt: instant,
    endedAt: instant.nullable(),
    means: z.string().nullable().describe('How it arrived.'),
    sameAs: z.string().nullable().describe('The first arrival of the same bytes: that one is received.'),
    receipts: z
      .array(
        z.object({
          capacity: z.enum(['CUSTODIAN', 'WITNESS']),
          byPerson: z.string(),
          role: z.enum(roles),
          at: instant,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Evidence' });

export const approvalView = z
  .object({
    mark,
    stepId: z.string(),
    step: z.string(),
    roles: z.array(z.enum(roles)).readonly(),
    state: z.enum(['OPEN', 'APPROVED', 'RETURNED', 'REJECTED', 'CLOSED']),
    digest: z.string(),
    documentId: z.string().nullable(),
    documentVersion: z.int().nullable(),
    opensAt: instant,
    dueAt: instant,
    caseId: z.string(),
    caseReference: z.string(),
    routeId: z.string(),
    family: z.string(),
    route: z.string(),
    measure: z.string(),
    addressee: z.string(),
  })
  .meta({ id: 'Approval' });

export const voteView = z
  .object({
    mark,
    ticketId: z.string(),
    stepId: z.string(),
    decision: z.enum(['approve', 'return', 'reject']),
    digest: z.string(),
  })
  .meta({ id: 'Vote' });

const byPerson = { id: z.string(), byPerson: z.string(), role: z.enum(roles), at: instant };

/** A route with everything that was written about it. */
export const routeFileView = routeView
  .extend({
    warnings: strings.describe(
      'Before it is sent: what became of the last requests to the same addressee by the same route.',
    ),
    documents: z.array(documentView.omit({ files: true })).readonly(),
    approvals: z
      .array(
        z.object({
          stepId: z.string(),
          step: z.string(),
          roles: z.array(z.enum(roles)).readonly(),
          state: z.string(),
          round: z.int(),
          roundState: z.string(),
          why: z.string().nullable(),
          digest: z.string(),
          opensAt: instant,
          dueAt: instant,
          personId: z.string().nullable(),
          role: z.enum(roles).nullable(),
          decision: z.enum(['approve', 'return', 'reject']).nullable(),
          reason: z.string().nullable(),
          decidedAt: instant.nullable(),
          validUntil: instant.nullable(),
        }),
      )
      .readonly(),
    enteredLater: enteredLaterView.nullable().describe('Of a request that was sent outside Rogatory.'),
    approvedByPhone: z
      .array(
        z.object({
          ticketId: z.string(),
          signer: z.string(),
          enteredBy: z.string(),
          line: z.string(),
          at: instant,
          confirmedAt: instant.nullable(),
        }),
      )
      .readonly(),
    returnComments: z.array(returnComment).readonly(),
    packets: z
      .array(
        z.object({
          id: z.string(),
          documentId: z.string(),
          digest: z.string(),
          createdAt: instant,
          packetSha256: z.string().nullable(),
          writtenAt: instant.nullable(),
        }),
      )
      .readonly(),
    dispatches: z
      .array(z.object({ ...byPerson, sentAt: instant, means: z.string(), reference: z.string() }))
      .readonly(),
    replies: z
      .array(
        z.object({
          ...byPerson,
          outcome: z.enum(replyOutcomes),
          receivedAt: instant,
          means: z.string().nullable(),
          contentSha256: z.string().nullable(),
          refusal: z.enum(refusalReasons).nullable(),
          reference: z.string(),
          says: z.string().nullable(),
          preservedFrom: instant.nullable(),
          preservedUntil: instant.nullable(),
          noticeAt: instant.nullable(),
          came: strings.nullable().describe('Items that are in whole.'),
          ledTo: z.enum(routeStates).nullable(),
          arrivals: z.array(arrivalView).readonly().describe('The same answer by other ways.'),
        }),
      )
      .readonly(),
    gaps: z.array(gapView).readonly().describe('What parts of an answer lacked, closed gaps included.'),
    setAside: z.array(asideView).readonly().describe('Answers that did not go on by themselves.'),
    withdrawals: z.array(z.object({ ...byPerson, reason: z.string() })).readonly(),
    reports: z
      .array(
        z.object({
          ...byPerson,
          what: z.string(),
          ref: z.string(),
          finding: z.string(),
          choice: z.string().nullable(),
        }),
      )
      .readonly(),
    clocks: z
      .array(
        z.object({
          id: z.string(),
          termId: z.string(),
          title: z.string(),
          event: z.enum(routeStates),
          nature: z.enum(['law', 'office', 'provider']),
          reference: z.string(),
          startedAt: instant,
          endsAt: instant,
          provisional: z.boolean(),
          derivation: z.unknown(),
          stoppedAt: instant.nullable(),
          stopWhy: z.string().nullable(),
        }),
      )
      .readonly(),
    evidence: z.array(evidenceView).readonly(),
  })
  .meta({ id: 'RouteFile' });
