import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { packetDigest } from '../../../activities/packet.js';
import { text } from '../../../scripts/demo/office.js';
import { movesOfRoute, routeById, type Store } from '../../../store/index.js';
import { promised, type Promised } from '../verdicts.js';
import type { Told } from './client.js';
import { clocksKept } from './clocks-kept.js';
import type { Expected } from './lives.js';

export type Reckoned = {
  store: Store;
  engine: Client;
  outbox: string;
  told: readonly Told[];
  expected: readonly Expected[];
};

/** Compares what people were told with the store, the record, the engine and the packets. */
export async function reckon(about: Reckoned): Promise<Promised[]> {
  return [
    await decisionsKept(about),
    await actsKept(about),
    await repliesLed(about),
    await nothingWaits(about),
    await handedOverOnce(about),
    await packetsWhole(about),
    await cameToWhatWasMeant(about),
    await enginesAgree(about),
    await noIncidents(about),
    ...(await clocksKept(about)),
  ];
}

/** What was taken, of the acts whose path ends so. */
const taken = (told: readonly Told[], path: RegExp): unknown[] =>
  told.filter((one) => one.status < 300 && path.test(one.path)).map(({ body }) => body);

async function decisionsKept({ store, told }: Reckoned): Promise<Promised> {
  const votes = await store.read.db.selectFrom('votes').select(['ticketId', 'personId', 'stepId']).execute();
  const tickets = taken(told, /\/approvals\/.*\/decision$/).map((body) => text(body, 'ticketId'));
  const lost = tickets.filter((ticket) => votes.filter(({ ticketId }) => ticketId === ticket).length !== 1);
  const unasked = votes.filter(({ ticketId }) => !tickets.includes(ticketId));
  const twice = votes.filter(
    (vote, index) =>
      votes.findIndex((one) => one.personId === vote.personId && one.stepId === vote.stepId) !== index,
  );
  return promised('each signature that was taken counts once, and no other', tickets.length, [
    ...lost.map((ticket) => `ticket ${ticket} was taken and not counted once`),
    ...unasked.map(({ ticketId }) => `ticket ${ticketId} was counted, and nobody was told so`),
    ...twice.map(({ stepId, personId }) => `${personId} counts twice on ${stepId}`),
  ]);
}

/** Tables in which an act of a path leaves one row, under the id that the person was told. */
const acts = [
  ['cases', /\/v1\/cases$/],
  ['decisions', /\/cases\/[^/]+\/decisions$/],
  ['determinations', /\/determinations$/],
  ['plans', /\/plans$/],
  ['dispatches', /\/dispatch$/],
  ['replies', /\/replies$/],
  ['routeReports', /\/reports$/],
] as const;

async function actsKept({ store: { read }, told }: Reckoned): Promise<Promised> {
  const broken: string[] = [];
  let counted = 0;
  for (const [table, path] of acts) {
    const found = (await read.db.selectFrom(table).select('id').execute()).map(({ id }) => id);
    const said = taken(told, path).map((body) => text(body, 'id'));
    counted += said.length;
    for (const id of said) if (!found.includes(id)) broken.push(`${table}: ${id} was taken and is not there`);
    for (const id of found)
      if (!said.includes(id)) broken.push(`${table}: ${id} is there, and nobody was told so`);
  }
  return promised('each other act that was taken is there once, and no other', counted, broken);
}

async function repliesLed({ store: { read }, told }: Reckoned): Promise<Promised> {
  const said = taken(told, /\/replies$/).map((body) => text(body, 'id'));
  const links = (await read.db.selectFrom('replyLinks').select('replyId').execute()).map(
    (one) => one.replyId,
  );
  const lost = said.filter((id) => !links.includes(id)).map((id) => `${id} led nowhere`);
  return promised('each answer led its route on', said.length, lost);
}

async function nothingWaits({ store: { read } }: Reckoned): Promise<Promised> {
  const rows = await read.db.selectFrom('relay').select(['id', 'updateName', 'state', 'attempts']).execute();
  const broken = rows.filter(({ state }) => state !== 'DELIVERED');
  const words = broken.map(({ id, updateName, state }) => `${updateName} ${id} is ${state}`);
  return promised('each message reached its workflow', rows.length, words);
}

async function handedOverOnce({ store: { read }, expected }: Reckoned): Promise<Promised> {
  const rows = await read.db.selectFrom('outbox').select(['id', 'routeId', 'createdAt', 'digest']).execute();
  const entries = await read.db
    .selectFrom('auditEntries')
    .select(['subjectId', 'at'])
    .where('verb', '=', 'HANDED_OVER')
    .execute();
  const votes = await read.db.selectFrom('votes').select(['routeId', 'digest', 'at', 'stepId']).execute();
  const broken: string[] = [];
  for (const { routeId } of expected) {
    const ours = rows.filter((row) => row.routeId === routeId);
    const said = entries.filter(({ subjectId }) => subjectId === routeId);
    if (ours.length !== 1 || said.length !== 1)
      broken.push(`${routeId}: ${ours.length} packets, ${said.length} entries`);
    const route = await routeById(read, routeId);
    const steps = route?.lot.terms.approvals.length ?? 0;
    for (const { digest, createdAt } of ours) {
      const before = votes.filter(
        (vote) => vote.routeId === routeId && vote.digest === digest && vote.at <= createdAt,
      );
      if (before.length !== steps)
        broken.push(`${routeId}: left with ${before.length} of ${steps} signatures`);
    }
  }
  if (rows.length !== expected.length) broken.push(`${rows.length} packets for ${expected.length} routes`);
  return promised('each request left once, with every signature given to what left', expected.length, broken);
}

async function packetsWhole({ store: { read }, outbox }: Reckoned): Promise<Promised> {
  const rows = await read.db.selectFrom('outbox').select(['id', 'packetSha256']).execute();
  const folders = existsSync(outbox) ? readdirSync(outbox) : [];
  const broken = rows.flatMap(({ id, packetSha256 }) => {
    if (!folders.includes(id)) return [`${id} has no folder`];
    const files = readdirSync(join(outbox, id)).map((name) => ({
      name,
      bytes: readFileSync(join(outbox, id, name)),
    }));
    return packetDigest(files) === packetSha256 ? [] : [`${id} is not what was recorded`];
  });
  const others = folders.filter((name) => !rows.some(({ id }) => id === name));
  return promised('each packet lies there whole, and no other', rows.length, [
    ...broken,
    ...others.map((name) => `${name} belongs to nothing`),
  ]);
}

async function cameToWhatWasMeant({ store: { read }, expected }: Reckoned): Promise<Promised> {
  const broken: string[] = [];
  for (const { routeId, route, ends } of expected) {
    const found = await routeById(read, routeId);
    if (found?.state === ends) continue;
    const moves = (await movesOfRoute(read, routeId)).map(({ state, at }) => `${state} ${at.slice(11, 19)}`);
    broken.push(`${route} ${routeId} should stand in ${ends}: ${moves.join(', ')}`);
  }
  return promised('each route stands where the acts and its clocks lead', expected.length, broken);
}

async function enginesAgree({ store: { read }, engine, expected }: Reckoned): Promise<Promised> {
  const broken: string[] = [];
  for (const { routeId } of expected) {
    const route = await routeById(read, routeId);
    const { status } = await engine.workflow.getHandle(route?.workflowId ?? '').describe();
    if (status.name !== 'RUNNING') broken.push(`${routeId}: its workflow is ${status.name}`);
  }
  return promised('each route is awake in the engine', expected.length, broken);
}

/** A preservation that ran out is one; anything else that the storm brought about is none that is meant. */
async function noIncidents({ store: { read }, expected }: Reckoned): Promise<Promised> {
  const rows = await read.db.selectFrom('incidents').select(['routeId', 'code', 'says', 'at']).execute();
  const ranOut = (routeId: string) =>
    rows.filter((row) => row.routeId === routeId && row.code === 'PRESERVATION_EXPIRED').length;
  const lapsing = expected.filter(({ ends }) => ends === 'LAPSED');
  const others = rows.filter(({ code }) => code !== 'PRESERVATION_EXPIRED');
  return promised('each preservation that ran out is one incident, and there is no other', lapsing.length, [
    ...lapsing
      .filter(({ routeId }) => ranOut(routeId) !== 1)
      .map((one) => `${one.routeId}: ${ranOut(one.routeId)}`),
    ...others.map(({ routeId, code, says, at }) => `${at.slice(11, 19)} ${code} ${routeId}: ${says}`),
  ]);
}
