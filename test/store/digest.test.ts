import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../activities/mail/compose.js';
import { createDigests, dayDue } from '../../activities/mail/digest.js';
import { readMailTexts } from '../../activities/mail/texts.js';
import type { Climb } from '../../contracts/notices.js';
import { mailsTo, recordReminder, setMailbox } from '../../store/index.js';
import { onEachEngine } from './engines.js';
import { aDraft, aLot, aRunningCase, at, somePeople, system } from './world.js';

const mailTexts = readMailTexts(fileURLToPath(new URL('../../rules/mail', import.meta.url)));
const climb: Climb = { to: ['HEAD_OF_OFFICE'], everyMinutes: 60 };
const notices = () => ({
  climb: { ROUTINE: climb, URGENT: climb, EMERGENCY: climb },
  jitterMinutes: 0,
  digestHour: 8,
});

describe('the day of a digest', () => {
  it.each([
    ['2026-11-24T02:59:00Z', 'Asia/Almaty', null],
    ['2026-11-24T03:00:00Z', 'Asia/Almaty', '2026-11-24'],
    ['2026-11-24T18:59:00Z', 'Asia/Almaty', '2026-11-24'],
    ['2026-11-24T19:01:00Z', 'Asia/Almaty', null],
    ['2026-11-24T02:15:00Z', 'Asia/Kathmandu', '2026-11-24'],
    ['2026-11-24T02:14:00Z', 'Asia/Kathmandu', null],
    ['2026-03-29T06:00:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T05:59:00Z', 'Europe/Berlin', null],
    ['2026-11-01T16:00:00Z', 'America/Los_Angeles', '2026-11-01'],
    ['2026-11-01T15:59:00Z', 'America/Los_Angeles', null],
  ])('at %s in %s is %s: from eight on the reader’s own clock', (instant, zone, day) => {
    expect(dayDue(instant, zone, 8)).toBe(day);
  });
});

onEachEngine((opened) => {
  const world = async (digest: boolean) => {
    const { store } = opened;
    const people = await somePeople(store);
    const mailbox = { address: 'a@office.example', language: 'en' as const, zone: 'Asia/Almaty', digest };
    const supervisor = people.id('supervisor');
    await store.transaction((tx) => setMailbox(tx, system(), supervisor, mailbox));
    const running = await aRunningCase(store, people, [aLot()]);
    await aDraft(store, running.routeId);
    return { store, people, supervisor, ...running };
  };
  const digests = (instant: string) =>
    createDigests({ store: opened.store, clock: () => new Date(instant), notices, zoneOf: () => undefined });

  describe('the digest', () => {
    it('comes once a day to who chose it, with what is open by days left', async () => {
      const { store, supervisor } = await world(true);
      await digests('2026-11-24T02:00:00Z').makeDigests();
      expect(await mailsTo(store.read, supervisor)).toEqual([]);
      for (const minute of ['03:00', '03:15', '15:00'])
        await digests(`2026-11-24T${minute}:00Z`).makeDigests();
      const mails = await mailsTo(store.read, supervisor);
      expect(mails).toHaveLength(1);
      const content = mails[0]?.content;
      if (content?.kind !== 'DIGEST') throw new Error('no digest');
      expect(content.day).toBe('2026-11-24');
      expect(content.lines).toContainEqual({
        reference: 'R-1',
        nature: 'signature',
        dueAt: at(50),
        daysLeft: 0,
        provisional: false,
      });
      await digests('2026-11-25T03:00:00Z').makeDigests();
      expect(await mailsTo(store.read, supervisor)).toHaveLength(2);
    });

    it('names case references and kinds of periods only, in the language of the reader', async () => {
      const line = {
        reference: 'R-1',
        nature: 'law' as const,
        dueAt: at(50),
        daysLeft: -2,
        provisional: true,
      };
      const content = { kind: 'DIGEST' as const, day: '2026-11-26', lines: [line], more: true };
      const texts = mailTexts.get('ru');
      if (!texts) throw new Error('no Russian texts');
      const setting = { texts, zone: 'Asia/Almaty', baseUrl: 'https://r.example', mode: 'embedded' as const };
      const { subject, text } = composeDigest(content, setting);
      expect(subject).toBe('[TRAINING - NOT A REQUEST] Rogatory: открыто 1+ на 2026-11-26');
      expect(text).toContain(
        '-2  R-1  срок по закону, 2026-11-24 14:50 +05:00 (Asia/Almaty) (предварительно)',
      );
    });

    it('takes the place of routine reminders only: what presses comes at once', async () => {
      const { store, supervisor, routeId, caseId } = await world(true);
      const tell = (key: string, what: 'remind' | 'escalate', urgency: 'ROUTINE' | 'URGENT') => {
        const rung = { after: { amount: 1, unit: 'day' as const }, tell: 'SUPERVISOR' as const, what };
        const reminder = { routeId, caseId, key, rung, says: 'x', dueAt: at(40), climb, urgency };
        return store.transaction((tx) => recordReminder(tx, system(10), reminder));
      };
      await tell('k1', 'remind', 'ROUTINE');
      expect(await mailsTo(store.read, supervisor)).toEqual([]);
      await tell('k2', 'remind', 'URGENT');
      await tell('k3', 'escalate', 'ROUTINE');
      expect(await mailsTo(store.read, supervisor)).toHaveLength(2);
    });

    it('is made for nobody who did not choose it', async () => {
      const { store, supervisor } = await world(false);
      await digests('2026-11-24T04:00:00Z').makeDigests();
      expect(await mailsTo(store.read, supervisor)).toEqual([]);
    });
  });
});
