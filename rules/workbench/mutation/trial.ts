import { judgeExample, ruleSetOn, type BoundRuleSet, type RuleSet } from '../../engine/index.js';
import { bindOn } from '../../engine/rule-set/bound.js';
import type { Page } from '../../engine/rule-set/rule-set.js';
import { mutantsOf, type Mutant } from './mutants.js';
import { heldTo, type Held, type Worked } from './worked.js';

export type Survivor = { page: string; what: string };
export type Tried = { mutants: number; survivors: readonly Survivor[] };

/**
 * Turns every page wrong in one place after the other: one of its own examples, or a worked case, has to fail. What no
 * example and no case notices survives.
 * @param only a page or a rule; without it, all pages in force on the day
 */
export async function mutate(ruleSet: RuleSet, worked: readonly Worked[], only?: string): Promise<Tried> {
  const bench = await Bench.of(ruleSet, worked);
  const pages = [...ruleSet.pages.values()].filter(
    ({ id }) => only === undefined || id === only || id.startsWith(`${only}.`),
  );
  const survivors: Survivor[] = [];
  let mutants = 0;
  for (const page of pages)
    for (const mutant of mutantsOf(page, ruleSet, bench.day)) {
      mutants += 1;
      if (!(await bench.kills(mutant, page))) survivors.push({ page: page.id, what: mutant.what });
    }
  return { mutants, survivors };
}

type Case = Worked & { held: Held };

class Bench {
  readonly day: string;
  private readonly ruleSet: RuleSet;
  private readonly cases: readonly Case[];

  private constructor(ruleSet: RuleSet, cases: readonly Case[]) {
    this.ruleSet = ruleSet;
    this.cases = cases;
    this.day = cases[0]?.frame.asOf ?? '';
  }

  static async of(ruleSet: RuleSet, worked: readonly Worked[]): Promise<Bench> {
    const cases: Case[] = [];
    for (const one of worked)
      cases.push({ ...one, held: await heldTo(ruleSetOn(ruleSet, one.frame.asOf), one) });
    return new Bench(ruleSet, cases);
  }

  async kills(mutant: Mutant, page: Page): Promise<boolean> {
    if (mutant.part === 'when' && this.examplesFail(mutant.page)) return true;
    return this.casesFail(mutant, page);
  }

  private examplesFail(page: Page): boolean {
    return page.examples.some((example) => judgeExample(this.ruleSet, page, example) !== example.then);
  }

  /** A dropped effect is noticed only where the page speaks; the duties of a page that speaks stand in every kept text. */
  private async casesFail({ page: changed, part, what }: Mutant, page: Page): Promise<boolean> {
    const speaking = this.cases.filter(({ held }) => held.speaking.has(page.id));
    if (droppedDuty(what, page) && speaking.some(({ textKept }) => textKept)) return true;
    const rules = new Map<string, BoundRuleSet>();
    for (const one of part === 'then' ? speaking : this.cases) {
      const { asOf } = one.frame;
      const bound = rules.get(asOf) ?? this.with(changed, asOf);
      rules.set(asOf, bound);
      if ((await heldTo(bound, one)).asserted !== one.held.asserted) return true;
    }
    return false;
  }

  private with(page: Page, day: string): BoundRuleSet {
    const pages = new Map(this.ruleSet.pages).set(page.id, page);
    return bindOn({ ...this.ruleSet, pages }, day);
  }
}

function droppedDuty(what: string, page: Page): boolean {
  const effect = page.then[Number(/^then\.(\d+) dropped$/.exec(what)?.[1] ?? -1)];
  return effect !== undefined && 'duty' in effect;
}
