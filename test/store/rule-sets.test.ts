import { describe, expect, it } from 'vitest';
import {
  auditOf,
  currentFacts,
  keepRuleSet,
  recordFacts,
  ruleSetByDigest,
  sha256,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import { aCase, at, later, somePeople, system } from './world.js';

onEachEngine((opened) => {
  describe('a rule set', () => {
    const content = '{"form":1,"pages":[{"id":"S02"}]}';
    const digest = sha256(content);

    it('is kept once under its digest, byte for byte, and audited once', async () => {
      const { store } = opened;
      for (const minute of [1, 2])
        await store.transaction((tx) => keepRuleSet(tx, system(minute), { digest, content }));
      expect(await ruleSetByDigest(store.read, digest)).toEqual({ digest, content, keptAt: at(1) });
      const entries = await auditOf(store.read, { subject: { kind: 'rule-set', id: digest }, limit: 10 });
      expect(entries.map(({ verb, newDigest }) => ({ verb, newDigest }))).toEqual([
        { verb: 'RULE_SET_KEPT', newDigest: digest },
      ]);
    });

    it('is not kept under a digest that is not its own', async () => {
      const { store } = opened;
      const wrong = { digest: 'f'.repeat(64), content };
      await expect(store.transaction((tx) => keepRuleSet(tx, system(), wrong))).rejects.toThrow(
        'not the one',
      );
      expect(await ruleSetByDigest(store.read, wrong.digest)).toBeNull();
    });

    it('cannot be changed, deleted or emptied afterwards', async () => {
      const { store } = opened;
      await store.transaction((tx) => keepRuleSet(tx, system(), { digest, content }));
      const changes = [
        () =>
          store.read.db.updateTable('ruleSets').set({ content: '{}' }).where('digest', '=', digest).execute(),
        () => store.read.db.deleteFrom('ruleSets').where('digest', '=', digest).execute(),
      ];
      for (const change of changes) await expect(change()).rejects.toThrow();
      expect((await ruleSetByDigest(store.read, digest))?.content).toBe(content);
    });
  });

  describe('facts of a case as they were known', () => {
    it('are the newest version before the instant asked for', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const months = (value: number) => [
        { fact: 'offence.maxPenaltyMonths', item: null, known: true, value, source: 'Criminal code' },
      ];
      for (const [minute, value] of [
        [10, 24],
        [20, 72],
      ] as const)
        await store.transaction((tx) =>
          recordFacts(tx, later(people.officer, minute), { caseId, answers: months(value) }),
        );
      const valuesBefore = async (minute: number): Promise<unknown[]> =>
        (await currentFacts(store.read, caseId, { before: at(minute) })).map(({ value }) => value);
      expect(await valuesBefore(10)).toEqual([]);
      expect(await valuesBefore(20)).toEqual([24]);
      expect(await valuesBefore(21)).toEqual([72]);
      expect((await currentFacts(store.read, caseId)).map(({ value }) => value)).toEqual([72]);
    });
  });
});
