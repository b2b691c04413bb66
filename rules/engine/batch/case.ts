import type { Frame } from '../../../contracts/determination.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { decidedIn, type Decided } from './decided.js';
import { Decider } from './decider.js';
import { Layout } from './layout.js';

const deciders = new WeakMap<BoundRuleSet, { layout: Layout; decider: Decider }>();

/** The rules of a day with a layout of their own, made once. */
export function deciderOn(rules: BoundRuleSet): { layout: Layout; decider: Decider } {
  const known = deciders.get(rules);
  if (known !== undefined) return known;
  const layout = new Layout([rules]);
  const fresh = { layout, decider: new Decider(rules, layout) };
  deciders.set(rules, fresh);
  return fresh;
}

/** What one case comes to, by the packed pages. */
export function decidedOn(rules: BoundRuleSet, frame: Frame): Decided {
  const { layout, decider } = deciderOn(rules);
  const ids = frame.items.map(({ id }) => id);
  return decidedIn(decider.decide(layout.pack(frame), 0, ids.length), ids);
}
