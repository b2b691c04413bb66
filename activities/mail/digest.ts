import { Temporal as T } from 'temporal-polyfill';
import type { SweepActivities } from '../../contracts/activities.js';
import type { DigestLine, NoticeTerms } from '../../contracts/notices.js';
import {
  deadlinesOf,
  digestReaders,
  hasDigest,
  recordDigest,
  type Deadline,
  type DigestReader,
  type Store,
} from '../../store/index.js';

export type DigestDeps = {
  store: Store;
  clock: () => Date;
  notices: (day: string) => NoticeTerms;
  /** Zone of a State, for a person who names none. */
  zoneOf: (state: string) => string | undefined;
};

const mostLines = 100;

/** One mail a day to those who chose it, from the hour of the parameter on, on each reader's own clock. */
export function createDigests(deps: DigestDeps): Pick<SweepActivities, 'makeDigests'> {
  return {
    async makeDigests() {
      const { store, clock, zoneOf } = deps;
      const at = clock().toISOString();
      let made = 0;
      for (const reader of await digestReaders(store.read)) {
        const zone = reader.zone ?? zoneOf(reader.state) ?? 'UTC';
        const day = dayDue(at, zone, deps.notices(at.slice(0, 10)).digestHour);
        if (day === null || (await hasDigest(store.read, reader.id, day))) continue;
        if (await make(store, reader, { at, zone, day })) made += 1;
      }
      return { made };
    },
  };
}

/** The reader's day whose hour of the digest has come; `null` before it. */
export function dayDue(at: string, zone: string, hour: number): string | null {
  const local = T.Instant.from(at).toZonedDateTimeISO(zone);
  return local.hour >= hour ? local.toPlainDate().toString() : null;
}

type When = { at: string; zone: string; day: string };

async function make(store: Store, person: DigestReader, when: When): Promise<boolean> {
  const { at, day } = when;
  const reader = { personId: person.id, unitId: person.unitId, roles: person.roles };
  const due = await deadlinesOf(store.read, reader, { limit: mostLines + 1 });
  const lines = due.slice(0, mostLines).map((one) => lineOf(one, when));
  const content = { kind: 'DIGEST', day, lines, more: due.length > mostLines } as const;
  const digest = { personId: person.id, content };
  return (await store.transaction((tx) => recordDigest(tx, at, digest))).first;
}

const lineOf = (
  { kind, at: dueAt, nature, provisional, caseReference }: Deadline,
  { zone, day }: When,
): DigestLine => ({
  reference: caseReference,
  nature: kind === 'APPROVAL' ? 'signature' : nature,
  dueAt,
  daysLeft: T.PlainDate.from(day).until(T.Instant.from(dueAt).toZonedDateTimeISO(zone).toPlainDate()).days,
  provisional,
});
