import type { FactValue } from '../../../contracts/determination.js';
import type { BoundRuleSet } from '../../engine/rule-set/bound.js';
import type { Condition } from '../../engine/rule-set/conditions.js';
import type { FactEntry } from '../../engine/rule-set/dictionary.js';
import type { BoundPage } from '../../engine/rule-set/rule-set.js';
import type { WrittenEffect } from '../../engine/schema/page.js';
import type { Truth, Z } from './solver.js';

/** Conditions and facts of a day as the solver reads them. */
export type Terms = {
  z: Z;
  rules: BoundRuleSet;
  entry(fact: string): FactEntry;
  /** Every word that a list may hold. */
  wordsOf: (entry: FactEntry) => readonly string[];
  truth(condition: Condition): Truth;
  is(fact: string, value: FactValue): Truth;
  member(fact: string, word: string): Truth;
};

/** One effect of a page: the page, and its place there. */
export type Place = { page: BoundPage; index: number; effect: WrittenEffect };
export const nameOf = ({ page, index }: Place): string => `${page.page.id} then.${index}`;
