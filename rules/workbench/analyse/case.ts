import type { FactMap, FactValue, Frame } from '../../../contracts/determination.js';
import { compiledEvaluator } from '../../engine/index.js';
import { candidatesOf, touches } from '../../engine/evaluate/candidates.js';
import { listed } from '../../engine/evaluate/effects.js';
import { run, type Outcome } from '../../engine/evaluate/run.js';
import { holds } from '../../engine/evaluate/state.js';
import { resultOf } from '../../engine/merge/result.js';
import type { BoundRuleSet } from '../../engine/rule-set/bound.js';
import { isUnserved } from '../coverage/unserved.js';

/** A case with one item, in the words of the dictionary; what is not there is unknown. */
export type Facts = { case: FactMap; item: FactMap };

/** What the engine makes of a case: the authority that every case the solver finds is put to. */
export type Seen = {
  facts: Facts;
  /** Effects whose page fires and whose own condition holds, as `S02 then.0`. */
  says: ReadonlySet<string>;
  /** Steps opened by one page and barred by another, as `ART29 S03 G17`; none where the case ends. */
  barred: ReadonlySet<string>;
  planned: ReadonlySet<string>;
  ended: boolean;
  /** Neither a route nor a blocker, a question or a reason of its own. */
  unserved: boolean;
  value(fact: string): FactValue;
};

const item = 'I1';
export const frameOf = (facts: Facts, asOf: string): Frame => ({
  asOf,
  case: { ...facts.case, asOf },
  items: [{ id: item, facts: facts.item }],
  sources: {},
});

/** Puts a case to the engine. */
export async function seen(rules: BoundRuleSet, facts: Facts): Promise<Seen> {
  const frame = frameOf(facts, rules.asOf);
  const outcome = await run(rules, frame, compiledEvaluator);
  const result = resultOf(rules, frame, outcome);
  return {
    facts,
    says: saidIn(outcome),
    barred: new Set(outcome.ended ? [] : barredIn(outcome)),
    planned: new Set(result.plan),
    ended: outcome.ended,
    unserved: isUnserved(result, item, rules.ruleSet.catalogue),
    value: (fact) => outcome.board.value(item, fact),
  };
}

function saidIn({ fired, program: { nodes }, board }: Outcome): Set<string> {
  const said = fired.flatMap(({ page, sheet }) =>
    page.effects.flatMap(({ when }, index) => {
      const held = when === undefined || holds((nodes.node(when).ofItem ? sheet : board.ofCase).states[when]);
      return held ? [`${page.bound.page.id} then.${index}`] : [];
    }),
  );
  return new Set(said);
}

function barredIn({ touching, board, program }: Outcome): string[] {
  const [, ofItem] = touching;
  if (ofItem === undefined) return [];
  return ofItem.opening.flatMap((opening) =>
    candidatesOf(item, { opening: [opening] }, board, program).flatMap((step) =>
      [...ofItem.shutting, ...ofItem.removing]
        .filter(({ effect, scopes }) =>
          touches('shut' in effect ? listed(effect.shut) : scopes, listed(effect.measure), step, program),
        )
        .map(({ page }) => `${step.family} ${opening.page.id} ${page.id}`),
    ),
  );
}
