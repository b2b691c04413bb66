import { graphOf } from '../rules/workbench/graph/rules.js';
import { mermaidOf } from '../rules/workbench/graph/mermaid.js';
import { svgOf } from '../rules/workbench/graph/svg.js';
import { didYouMean } from '../rules/engine/load/nearest.js';
import { InputError } from './input.js';
import { rulesAtHand } from './rules-at-hand.js';

/** `rogatory rules graph [RULE] --svg|--mermaid`: pages, facts and routes, whole or around one page, to standard output. */
export function graphRules(
  rule: string | undefined,
  { svg, mermaid }: { svg: boolean; mermaid: boolean },
): void {
  if (svg === mermaid) throw new InputError(['USAGE  Give one of --svg and --mermaid.']);
  const { ruleSet } = rulesAtHand();
  if (rule !== undefined && !ruleSet.pages.has(rule))
    throw new InputError([`NOTHING_SUCH  "${rule}" is no rule.${didYouMean(rule, ruleSet.pages.keys())}`]);
  const diagram = graphOf(ruleSet, rule);
  console.log(svg ? svgOf(diagram) : mermaidOf(diagram));
}
