import type { Frame } from '../../contracts/determination.js';
import { decidedIn, deciderOn, digestInto, digestSize } from '../../rules/engine/batch/index.js';
import { questionsOf } from '../../rules/engine/counterfactual/open-questions.js';
import {
  compiledEvaluator,
  determine,
  jsonRulesEvaluator,
  prose,
  resultBy,
} from '../../rules/engine/index.js';
import type { Evaluator } from '../../rules/engine/evaluate/evaluator.js';
import {
  openCase,
  openStore,
  ringInMemory,
  saveDetermination,
  seedPeople,
  systemAct,
  type Store,
} from '../../store/index.js';
import { postgresPrograms, startPostgres } from '../../test/support/postgres.js';
import { measure, type Row } from './measure.js';
import { fiveItems, ruleSet, rulesOn, scenarioFrames, withUnknown } from './real-cases.js';

const salt = 'ab'.repeat(32);
const unknownFacts = 10;

/** (a) A determination of five items as it is recorded, and its parts. */
export async function recordedDeterminations(): Promise<Row[]> {
  const five = fiveItems();
  const postgres = postgresPrograms === null ? undefined : await startPostgres(postgresPrograms);
  postgres?.create('bench');
  const store = await openStore(
    postgres === undefined
      ? { memory: true }
      : { databaseUrl: postgres.urlOf('bench'), keyRing: ringInMemory() },
  );
  const where = postgres === undefined ? 'PGlite' : 'PostgreSQL';
  try {
    return [
      await measure('five items, by json-rules-engine', () =>
        resultBy(rulesOn(five), five, jsonRulesEvaluator),
      ),
      await measure('five items, determined', () => determine({ ruleSet, frame: five, salt })),
      await measure(`five items, explained and recorded on ${where}`, await recorder(store, five)),
    ];
  } finally {
    await store.close();
    await postgres?.stop();
  }
}

/** (b) Whole determinations of all scenarios by each evaluator. */
export async function wholeDeterminations(): Promise<Row[]> {
  const frames = scenarioFrames().map(({ frame }) => frame);
  const digest = new Int32Array(digestSize);
  const by = (evaluator: Evaluator) => async () => {
    for (const frame of frames) await resultBy(rulesOn(frame), frame, evaluator);
  };
  const packed = (read: boolean) => () => {
    for (const frame of frames) {
      const { layout, decider } = deciderOn(rulesOn(frame));
      const outcome = decider.decide(layout.pack(frame), 0, frame.items.length);
      if (read)
        decidedIn(
          outcome,
          frame.items.map(({ id }) => id),
        );
      else digestInto(outcome, digest, 0);
    }
  };
  return [
    await measure('all scenarios by json-rules-engine', by(jsonRulesEvaluator)),
    await measure('all scenarios compiled, results as objects', by(compiledEvaluator)),
    await measure('all scenarios packed and decided, outcome read', packed(true)),
    await measure('all scenarios packed and decided', packed(false)),
  ];
}

/** (d) Open questions of a case with ten unknown facts. */
export async function openQuestions(): Promise<Row[]> {
  const gaps = withUnknown(fiveItems(), unknownFacts);
  return [
    await measure(`open questions, five items, ${unknownFacts} unknown facts`, () =>
      questionsOf(rulesOn(gaps), gaps),
    ),
  ];
}

/** A case to record determinations in, as the API does: in one transaction, with its audit entry and the text the officer reads. */
async function recorder(store: Store, frame: Frame): Promise<() => Promise<unknown>> {
  const at = '2026-11-21T09:00:00.000Z';
  const act = { actor: { kind: 'person', personId: 'officer', role: 'CASE_OFFICER' } as const, at };
  const units = [{ id: 'unit', label: 'Training unit', state: 'KZ' }];
  const persons = [
    { id: 'officer', unitId: 'unit', label: 'Training case officer A', roles: ['CASE_OFFICER'] as const },
  ];
  const { id, version } = await store.transaction(async (tx) => {
    await seedPeople(tx, systemAct('bench', at), { units, persons });
    const items = frame.items.map((item) => item.id);
    return openCase(tx, act, { reference: 'BENCH-1', requestingState: 'KZ', unitId: 'unit', items });
  });
  return async () => {
    const determination = await determine({ ruleSet, frame, salt });
    const text = prose(determination, ruleSet);
    const input = {
      caseId: id,
      caseVersion: version,
      cause: 'ASKED' as const,
      frame,
      determination,
      prose: text,
    };
    return store.transaction((tx) => saveDetermination(tx, act, input));
  };
}
