import type { Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import { byWhom } from './actor.js';
import type { PersonAct } from './actor.js';
import { newId } from './ids.js';
import { personById } from './people/index.js';
import { enqueue, type RelayRow } from './relay.js';
import { lockRoute, type RouteRecord } from './routes.js';
import type { ClocksTable } from './schema-correspondence.js';
import type { Tx } from './tx.js';

type Turn = { routeId: string; clockId: string; reason: string };
type Turned = { turnId: string; relay: RelayRow };

/** What a clock is stopped with while it stands still; the workflow writes it. */
const pausedByHand = 'paused by a person';

/**
 * Lets a period of the office stand still until a day, with a reason and a person who looks after it. Throws NOT_FOUND,
 * CLOCK_OF_LAW for a period that the office does not set, CLOCK_NOT_RUNNING, CLOCK_PAUSE_REFUSED.
 */
export async function pauseClock(
  tx: Tx,
  act: PersonAct,
  input: Turn & { ownerId: string; until: string },
): Promise<Turned> {
  const { route, clock } = await clockToTurn(tx, input);
  if (clock.nature !== 'office') throw new RogatoryError('CLOCK_OF_LAW', { about: clock.reference });
  if (clock.stoppedAt !== null) throw new RogatoryError('CLOCK_NOT_RUNNING');
  const until = new Date(input.until).toISOString();
  if (Date.parse(until) <= Date.parse(act.at))
    throw new RogatoryError('CLOCK_PAUSE_REFUSED', { about: 'The day on which it goes on has passed.' });
  const owner = await personById(tx, input.ownerId);
  if (!owner?.active)
    throw new RogatoryError('CLOCK_PAUSE_REFUSED', { about: `${input.ownerId} does not work here.` });
  return write(tx, act, route, { ...input, turn: 'pause', ownerId: owner.id, until });
}

/** Lets a period that a person paused go on with the time it had left. Throws NOT_FOUND, CLOCK_NOT_PAUSED. */
export async function resumeClock(tx: Tx, act: PersonAct, input: Turn): Promise<Turned> {
  const { route, clock } = await clockToTurn(tx, input);
  if (clock.stopWhy !== pausedByHand) throw new RogatoryError('CLOCK_NOT_PAUSED');
  return write(tx, act, route, { ...input, turn: 'resume', ownerId: null, until: null });
}

async function clockToTurn(
  tx: Tx,
  { routeId, clockId }: Turn,
): Promise<{ route: RouteRecord; clock: Selectable<ClocksTable> }> {
  const route = await lockRoute(tx, routeId);
  const clock = await tx.db
    .selectFrom('clocks')
    .selectAll()
    .where('id', '=', clockId)
    .where('routeId', '=', routeId)
    .executeTakeFirst();
  if (!clock) throw new RogatoryError('NOT_FOUND', { internal: `clock ${clockId} of route ${routeId}` });
  return { route, clock };
}

async function write(
  tx: Tx,
  act: PersonAct,
  { id: routeId, caseId, workflowId }: RouteRecord,
  turned: Turn & { turn: 'pause' | 'resume'; ownerId: string | null; until: string | null },
): Promise<Turned> {
  const { clockId, turn, reason, ownerId, until } = turned;
  const id = newId();
  const secrets = await tx.secrets.of(caseId);
  const row = { id, caseId, routeId, clockId, turn, ownerId, until, ...byWhom(act), at: act.at };
  await tx.db
    .insertInto('clockTurns')
    .values({ ...row, ...secrets.seal('clockTurns', id, { reason }) })
    .execute();
  const verb = turn === 'pause' ? 'CLOCK_PAUSED' : 'CLOCK_RESUMED';
  const subject = { kind: 'clock', id: clockId };
  tx.audit({ verb, act, subject, caseId, reason, body: { routeId, ownerId, until } });
  const payload = { clockId, turn, until };
  const relay = await enqueue(tx, { caseId, workflowId, update: 'turnClock', payload, at: act.at });
  return { turnId: id, relay };
}
