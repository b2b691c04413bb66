import type { z } from 'zod';
import type { DataCategory } from '../contracts/codes.js';
import { dataCategories } from '../contracts/codes.js';
import type { Lot } from '../contracts/determination.js';
import { RogatoryError } from '../contracts/errors.js';
import { lotInFlight } from '../rules/engine/index.js';
import type { SentOutside } from '../rules/engine/index.js';
import { assumedCalendar, clocksIfSent, officesFor, type Offices } from '../rules/engine/clocks/index.js';
import { calendarOfAddressee } from '../rules/engine/registers/index.js';
import { activePlan, currentFacts, determinationById, personById } from '../store/index.js';
import type { CaseRecord, PersonAct, Reading, StoredDetermination, Tx } from '../store/index.js';
import type { AppDeps } from './deps.js';
import { determineCase } from './determining.js';
import { keepDetermination } from './keeping.js';
import type { inFlightView } from './schemas/in-flight.js';

/** The determination that the plan of the case rests on, or one made now. Throws DETERMINATION_REFUSED. */
export async function determinationFor(
  deps: AppDeps,
  tx: Tx,
  act: PersonAct,
  file: CaseRecord,
): Promise<StoredDetermination> {
  const base = await activePlan(tx, file.id);
  const found = base && (await determinationById(tx, base.determinationId));
  if (found) return found;
  const determined = await determineCase(deps, tx, file);
  const about = { caseId: file.id, caseVersion: file.version, cause: 'ASKED' } as const;
  return keepDetermination(deps, tx, act, { ...about, ...determined });
}

/** The lot of what was sent. Throws ITEM_UNKNOWN, and BODY_INVALID naming what is no route of the catalogue. */
export async function lotOf(
  { ruleSet }: AppDeps,
  read: Reading,
  { result }: StoredDetermination,
  file: CaseRecord,
  sent: Omit<SentOutside, 'categories'>,
): Promise<Lot> {
  const stranger = sent.items.find((item) => !file.items.includes(item));
  if (stranger !== undefined)
    throw new RogatoryError('ITEM_UNKNOWN', { about: `The case has no item ${stranger}.` });
  const categories = await categoriesOf(read, file.id, sent.items);
  const lot = lotInFlight(ruleSet, result, { ...sent, categories });
  if ('key' in lot) return lot;
  throw new RogatoryError('BODY_INVALID', { faults: [{ pointer: `/${lot.part}`, detail: lot.says }] });
}

async function categoriesOf(
  read: Reading,
  caseId: string,
  items: readonly string[],
): Promise<DataCategory[]> {
  const facts = await currentFacts(read, caseId);
  const said = facts.filter(
    ({ fact, item }) => fact === 'dataCategory' && item !== null && items.includes(item),
  );
  return dataCategories.filter((category) => said.some(({ value }) => value === category));
}

/** Clocks of the lot from the time it was really sent; those that had ended already say so. */
export function clocksFromThen(
  { registers }: AppDeps,
  { terms, addressee }: Lot,
  { requestingState, sentAt, now }: { requestingState: string; sentAt: string; now: string },
): z.input<typeof inFlightView>['clocks'] {
  const of = (name: string): Offices[0] => calendarOfAddressee(registers, name) ?? assumedCalendar(name);
  const own: Offices = [of(requestingState)];
  return clocksIfSent(terms.clocks, sentAt, (term) => officesFor(term, own, of(addressee)))
    .filter(({ term }) => term.starts === 'DISPATCHED')
    .map(({ term, instants: { endsAt, provisional } }) => ({
      ...{ title: term.title, endsAt, provisional },
      past: Date.parse(endsAt) <= Date.parse(now),
    }));
}

export type Told = { by: string; at: string; number: string };

/** An approval that was given outside, as it is told: by another person who may sign, before it was sent. Throws BODY_INVALID. */
export async function toldApproval(
  read: Reading,
  { by, at, number }: Told,
  { act, sentAt, pointer }: { act: PersonAct; sentAt: string; pointer: string },
): Promise<{ byPerson: string; at: string; number: string }> {
  const refuse = (part: string, detail: string): never => {
    throw new RogatoryError('BODY_INVALID', { faults: [{ pointer: `${pointer}/${part}`, detail }] });
  };
  const person = await personById(read, by);
  const signs = person?.roles.some((role) =>
    ['DUTY_SUPERVISOR', 'SUPERVISOR', 'HEAD_OF_OFFICE'].includes(role),
  );
  if (!person || !signs) return refuse('by', 'Nobody who signs works here under this id.');
  if (by === act.actor.personId)
    return refuse('by', 'Who enters a request did not approve it: name the other person.');
  if (Date.parse(at) > Date.parse(sentAt)) return refuse('at', 'It was approved before it was sent.');
  return { byPerson: by, at: new Date(at).toISOString(), number };
}
