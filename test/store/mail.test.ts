import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMail } from '../../activities/mail/index.js';
import { openPost } from '../../activities/mail/post.js';
import { readMailTexts } from '../../activities/mail/texts.js';
import { openMailCatcher, type MailCatcher } from '../../cli/embedded/mail-catcher.js';
import type { Role, Urgency } from '../../contracts/codes.js';
import type { Climb } from '../../contracts/notices.js';
import {
  addShift,
  declareConflict,
  incidentsOfRoute,
  mailBacklog,
  mailsTo,
  recordAbsence,
  recordReminder,
  registerDelegation,
  remindersOfRoute,
  setMailbox,
  type Mailbox,
  type Store,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import { aLot, aRunningCase, at, somePeople, system, type People } from './world.js';

const rulesMail = fileURLToPath(new URL('../../rules/mail', import.meta.url));
const mailTexts = readMailTexts(rulesMail);
const climb: Climb = { to: ['SUPERVISOR', 'HEAD_OF_OFFICE'], everyMinutes: 60 };
const allDay = { fromAt: at(0), untilAt: at(59) };

onEachEngine((opened) => {
  let folder = '';
  let catcher: MailCatcher;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-mail-'));
    catcher = await openMailCatcher(folder);
  });
  afterAll(async () => {
    await catcher.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const world = async () => {
    const people = await somePeople(opened.store);
    const { routeId, caseId } = await aRunningCase(opened.store, people, [aLot()]);
    return { store: opened.store, people, routeId, caseId };
  };
  type World = Awaited<ReturnType<typeof world>>;

  let keys = 0;
  const remind = (
    { store, routeId, caseId }: World,
    tell: Role,
    what: 'remind' | 'call' = 'remind',
    urgency: Urgency = 'ROUTINE',
  ) => {
    const rung = { after: { amount: 1, unit: 'day' as const }, tell, what };
    keys += 1;
    const reminder = {
      routeId,
      caseId,
      key: `k${keys}`,
      rung,
      says: 'Answer',
      dueAt: at(40),
      climb,
      urgency,
    };
    return store.transaction((tx) => recordReminder(tx, system(10), reminder));
  };
  const toldOf = async ({ store, routeId }: World): Promise<string[]> =>
    (await remindersOfRoute(store.read, routeId)).at(-1)?.told.sort() ?? [];
  const ids = (people: People, ...names: string[]): string[] => names.map((name) => people.id(name)).sort();

  describe('a reminder', () => {
    it('is told to every holder of the role in the unit, with one mail each, and to nobody twice', async () => {
      const here = await world();
      await remind(here, 'SUPERVISOR');
      const supervisors = ids(here.people, 'supervisor', 'otherSupervisor', 'bothRoles');
      expect(await toldOf(here)).toEqual(supervisors);
      for (const id of supervisors) expect(await mailsTo(here.store.read, id)).toHaveLength(1);
    });

    it('is told to case officers of the case only', async () => {
      const here = await world();
      await remind(here, 'CASE_OFFICER');
      expect(await toldOf(here)).toEqual(ids(here.people, 'officer'));
    });

    it('goes to who is on duty, and to who stands in for one who is away', async () => {
      const here = await world();
      const { store, people } = here;
      const [rostered, away, standIn] = [
        people.id('otherSupervisor'),
        people.id('bothRoles'),
        people.id('adviser'),
      ];
      const shift = { unitId: people.unitId, role: 'SUPERVISOR' as const, zone: 'Asia/Almaty', ...allDay };
      await store.transaction(async (tx) => {
        await addShift(tx, people.supervisor, { ...shift, personId: rostered });
        await recordAbsence(tx, people.supervisor, { personId: away, ...allDay });
        await registerDelegation(tx, people.supervisor, {
          fromPerson: away,
          toPerson: standIn,
          role: 'SUPERVISOR',
          cases: null,
          reason: 'Leave.',
          ...allDay,
        });
      });
      await remind(here, 'SUPERVISOR');
      expect(await toldOf(here)).toEqual(ids(people, 'otherSupervisor', 'adviser'));
    });

    it('is not told to a person with a conflict of interest in the case', async () => {
      const here = await world();
      const { store, people, caseId } = here;
      const act = { ...people.supervisor, reason: 'Related.' };
      const conflict = { caseId, personId: people.id('otherSupervisor') };
      await store.transaction((tx) => declareConflict(tx, act, conflict));
      await remind(here, 'SUPERVISOR');
      expect(await toldOf(here)).toEqual(ids(people, 'supervisor', 'bothRoles'));
    });

    it('goes to the next ones at once where nobody answers for the role, and opens an incident where nobody does at all', async () => {
      const here = await world();
      await remind(here, 'FILTER_PERSON');
      expect(await toldOf(here)).toEqual(ids(here.people, 'supervisor', 'otherSupervisor', 'bothRoles'));
      const away = ['supervisor', 'otherSupervisor', 'bothRoles'];
      for (const name of away)
        await here.store.transaction((tx) =>
          recordAbsence(tx, here.people.supervisor, { personId: here.people.id(name), ...allDay }),
        );
      await remind(here, 'FILTER_PERSON');
      const codes = (await incidentsOfRoute(here.store.read, here.routeId)).map(({ code }) => code);
      expect(codes).toEqual(['NOBODY_TOLD']);
    });
  });

  describe('the mail', () => {
    const mailer = (
      store: Store,
      minute: number,
      url = catcher.url,
      mode: 'embedded' | 'site' = 'embedded',
    ) => {
      const post = openPost({ url, from: 'Rogatory <rogatory@office.example>', mode });
      const clock = () => new Date(at(minute));
      const zoneOf = () => 'Asia/Almaty';
      const { sendMails } = createMail({
        store,
        clock,
        post,
        mailTexts,
        baseUrl: 'https://r.example',
        mode,
        zoneOf,
      });
      return async () => {
        const sent = await sendMails();
        post.close();
        return sent;
      };
    };
    const written = async (people: People, change: Partial<Mailbox> = {}) => {
      const address = `${people.id('officer')}@office.example`;
      const mailbox: Mailbox = { address, language: 'en', zone: null, digest: false, ...change };
      await opened.store.transaction((tx) => setMailbox(tx, system(), people.id('officer'), mailbox));
      return { address };
    };
    const caughtFor = async (address: string) => {
      const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      const mails = await Promise.all(
        files.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))),
      );
      return mails.filter(({ to }) => to?.some((one) => 'address' in one && one.address === address));
    };

    it('says case reference, due time on the reader’s clock and link, and bears the training mark', async () => {
      const here = await world();
      const { address } = await written(here.people);
      await remind(here, 'CASE_OFFICER', 'call');
      await mailer(here.store, 11)();
      const [mail, ...others] = await caughtFor(address);
      expect(others).toEqual([]);
      expect(mail?.subject).toBe('[TRAINING - NOT A REQUEST] Rogatory: call now, case R-1');
      expect(mail?.headers).toContainEqual(
        expect.objectContaining({ key: 'x-training', value: 'TRAINING - NOT A REQUEST' }),
      );
      expect(mail?.text).toContain('Due: 2026-11-24 14:40 +05:00 (Asia/Almaty)');
      expect(mail?.text).toContain(`https://r.example/v1/routes/${here.routeId}`);
    });

    it('names no person, no addressee and no measure', async () => {
      const here = await world();
      const { address } = await written(here.people);
      await remind(here, 'CASE_OFFICER', 'call');
      await mailer(here.store, 11, catcher.url, 'site')();
      const [mail] = await caughtFor(address);
      const all = `${mail?.subject} ${mail?.text}`;
      for (const word of ['officer', 'Provider X', 'PRESERVE', 'PROV_PRES', 'TRAINING'])
        expect(all).not.toContain(word);
    });

    it('is in the language of its reader, Cyrillic intact', async () => {
      const here = await world();
      const { address } = await written(here.people, { language: 'ru', zone: 'Europe/Moscow' });
      await remind(here, 'CASE_OFFICER');
      await mailer(here.store, 11)();
      const [mail] = await caughtFor(address);
      expect(mail?.subject).toContain('Rogatory: напоминание, дело R-1');
      expect(mail?.text).toContain('Срок: 2026-11-24 12:40 +03:00 (Europe/Moscow)');
    });

    it('waits while the server does not answer, shows as backlog, and goes when it does', async () => {
      const here = await world();
      const { address } = await written(here.people);
      await remind(here, 'CASE_OFFICER');
      await mailer(here.store, 11, 'smtp://127.0.0.1:9')();
      const [waiting] = await mailsTo(here.store.read, here.people.id('officer'));
      expect(waiting).toMatchObject({ state: 'WAITING', attempts: 1, fault: 'ESOCKET' });
      expect((await mailBacklog(here.store.read)).waiting).toBeGreaterThan(0);
      expect(await caughtFor(address)).toEqual([]);
      await mailer(here.store, 30)();
      expect(await caughtFor(address)).toHaveLength(1);
      expect((await mailsTo(here.store.read, here.people.id('officer')))[0]).toMatchObject({
        state: 'SENT',
        fault: null,
      });
    });

    it('waits for a person without an address, and goes once there is one', async () => {
      const here = await world();
      await remind(here, 'CASE_OFFICER');
      await mailer(here.store, 11)();
      const [waiting] = await mailsTo(here.store.read, here.people.id('officer'));
      expect(waiting).toMatchObject({ state: 'WAITING', fault: 'NO_ADDRESS' });
      const { address } = await written(here.people);
      await mailer(here.store, 30)();
      expect(await caughtFor(address)).toHaveLength(1);
    });

    it('is sent again with the same Message-ID when the worker died before it could say so', async () => {
      const here = await world();
      const { address } = await written(here.people);
      await remind(here, 'CASE_OFFICER');
      const { transaction } = here.store;
      let calls = 0;
      const dying: Store = {
        ...here.store,
        transaction: (work) =>
          (calls += 1) > 1 ? Promise.reject(new Error('the worker died')) : transaction(work),
      };
      await expect(mailer(dying, 11)()).rejects.toThrow('died');
      await mailer(here.store, 30)();
      const mails = await caughtFor(address);
      expect(mails).toHaveLength(2);
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    });
  });
});

describe('the words of the mails', () => {
  it('exist in every language, each with the same places to fill', () => {
    const places = (name: string) =>
      [
        ...readFileSync(join(rulesMail, `${name}.yaml`), 'utf8')
          .replaceAll(/^#.*$/gm, '')
          .matchAll(/\{\w+\}/g),
      ].map(String);
    expect(places('ru')).toEqual(places('en'));
  });
});

describe('the mails that the training system caught', () => {
  it('can be listed and read one by one', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'rogatory-caught-'));
    const catcher = await openMailCatcher(join(dataDir, 'mail'));
    const post = openPost({ url: catcher.url, from: 'r@office.example', mode: 'embedded' });
    await post.send({ id: 'M1', to: 'a@training.invalid', subject: 'Напоминание', text: 'Срок' });
    post.close();
    await catcher.stop();
    const shown = (...words: string[]) =>
      spawnSync('npx', ['tsx', 'cli/rogatory.ts', 'mail', ...words], {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        env: { ...process.env, DATA_DIR: dataDir },
        encoding: 'utf8',
      });
    expect(shown().stdout).toMatch(/^ {3}1 {2}\S+ {2}a@training\.invalid {2}Напоминание$/m);
    expect(shown('1').stdout).toContain('Срок');
    expect(shown('2')).toMatchObject({ status: 2 });
    await rm(dataDir, { recursive: true });
  });
});
