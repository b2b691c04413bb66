import type { FactMap, Frame } from '../../../contracts/determination.js';
import { trainingAnswers } from '../../engine/frame/scenario.js';
import type { RuleSet } from '../../engine/index.js';

/**
 * A case of one item as people would have told it: what they do not say here is as in the training, and nothing that a
 * register says is in it. To be resolved on a day with `frameAnew`.
 */
export function typicalCase(ruleSet: RuleSet, said: { ofCase: FactMap; ofItem: FactMap }): Frame {
  const told = (facts: FactMap): FactMap =>
    Object.fromEntries(
      Object.entries(facts).filter(([fact]) => {
        const entry = ruleSet.dictionary.get(fact);
        return entry?.origin === 'stored' && entry.setBy !== 'register';
      }),
    );
  return {
    asOf: '',
    case: { ...told(trainingAnswers.case), ...said.ofCase },
    items: [{ id: 'I1', facts: { ...told(trainingAnswers.item), ...said.ofItem } }],
    sources: {},
  };
}
