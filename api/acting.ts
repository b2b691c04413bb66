import type { FastifyRequest } from 'fastify';
import { may } from '../authority/index.js';
import type { Action, Actor, Subject, Verdict } from '../authority/index.js';
import { RogatoryError } from '../contracts/errors.js';
import type { ErrorCode } from '../contracts/errors.js';
import type { PersonAct, Reader } from '../store/index.js';
import type { Asking } from './identity/standing-in.js';

/** The person of a request behind authentication. */
export function personOf({ person }: FastifyRequest): Asking {
  if (person === null) throw new RogatoryError('NOT_SIGNED_IN');
  return person;
}

/** Who reads, as the store filters for. What a GET opens is collected on the request, with the reason given for it. */
export function readerOf(request: FastifyRequest): Reader {
  const { id, unitId, roles, actingFor } = personOf(request);
  const reader = { personId: id, unitId, roles, ...(actingFor && { actingFor }) };
  if (request.method !== 'GET' && request.method !== 'HEAD') return reader;
  request.opening ??= { reason: reasonOf(request), cases: new Set(), kinds: new Set() };
  return { ...reader, opening: request.opening };
}

/** Reason of the header Access-Reason, in words; `null` where there is none that says anything. */
function reasonOf({ headers }: FastifyRequest): string | null {
  const said = decoded(String(headers['access-reason'] ?? '')).trim();
  return said.length >= 10 && said.length <= 500 ? said : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** What a reader may not see does not exist for him or her. */
export function seen<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new RogatoryError('NOT_FOUND');
  return thing;
}

/**
 * Asks the matrix for the endpoint's action on this thing, and answers the act to record: person, role, instant, own words.
 * Throws ROLE_MAY_NOT or the more telling code of the condition that failed.
 */
export function actOn(
  request: FastifyRequest,
  at: string,
  subject: Subject = {},
  reason?: string,
): PersonAct {
  const person = personOf(request);
  const onBehalfOf = person.actingFor?.personId;
  const { action, verdict } = ask(request, subject);
  request.askedFor = subject;
  if (!verdict.allowed) throw refusalOf(action, verdict);
  const factor = request.session?.factor;
  const actor = {
    kind: 'person',
    personId: person.id,
    role: verdict.role,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(factor ? { factor } : {}),
  } as const;
  return reason === undefined ? { actor, at } : { actor, at, reason };
}

/** Whether the matrix allows the endpoint's action on this thing; for a list that holds only what it allows. */
export const mayActOn = (request: FastifyRequest, subject: Subject): boolean =>
  ask(request, subject).verdict.allowed;

function ask(request: FastifyRequest, subject: Subject): { action: Action; verdict: Verdict } {
  const { actingFor, ...person } = personOf(request);
  const asking: Actor = actingFor === undefined ? person : { ...person, onBehalfOf: actingFor.personId };
  const { action } = request.routeOptions.config;
  if (action === undefined) throw new RogatoryError('INTERNAL', { internal: 'endpoint without an action' });
  return { action, verdict: may(asking, action, subject) };
}

/** Codes that say more than ROLE_MAY_NOT, by action and what failed. */
const telling: Readonly<Record<string, ErrorCode>> = {
  'approval.decide ROLE': 'APPROVAL_ROLE',
  'approval.decide NOT_DRAFTER': 'APPROVAL_SELF_DECISION',
  'decision.record NOT_DRAFTER': 'DECISION_SELF',
  'decision.second NOT_DRAFTER': 'DECISION_SELF',
  'override.record NOT_DRAFTER': 'DECISION_SELF',
  'override.second NOT_DRAFTER': 'DECISION_SELF',
  'people.propose NOT_ONESELF': 'PERSON_CHANGE_SELF',
  'people.leave NOT_ONESELF': 'PERSON_CHANGE_SELF',
  'people.confirm NOT_ONESELF': 'PERSON_CHANGE_SELF',
  'rules.approve NOT_ONESELF': 'RELEASE_SELF',
  'rules.takeBack NOT_ONESELF': 'RELEASE_SELF',
  'plan.adopt NOTHING_APPROVED': 'ADOPTION_NEEDS_SUPERVISOR',
};

function refusalOf(action: string, verdict: Extract<Verdict, { allowed: false }>): RogatoryError {
  const code = telling[`${action} ${verdict.failed}`] ?? 'ROLE_MAY_NOT';
  const about = code === 'ROLE_MAY_NOT' ? verdict.because : verdict.needs.join(' or ');
  return new RogatoryError(code, { about });
}
