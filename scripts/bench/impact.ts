import { Decider, digestInto, digestSize, Layout } from '../../rules/engine/batch/index.js';
import type { BoundRuleSet } from '../../rules/engine/rule-set/bound.js';
import { seeded } from './hundred-rules.js';
import { answersOf, ruleSet, rulesOn, scenarioFrames } from './real-cases.js';

/** Facts of each generated case that are said otherwise than in the scenario it is drawn from. */
const saidOtherwise = 6;
const chunk = 20_000;

/**
 * Generated cases through the real rules, and through a candidate without one page: the work of an impact report. Cases are
 * written in chunks, as they would be read from a store; their writing is not measured.
 */
export function measureImpact(cases: number): void {
  const [first] = scenarioFrames();
  if (first === undefined) throw new Error('rules/examples has no scenario');
  const live = rulesOn(first.frame);
  const candidate = { ...live, pages: new Map([...live.pages].filter(([id]) => id !== leftOut(live))) };
  const layout = new Layout([live, candidate]);
  const deciders = [live, candidate].map((rules) => new Decider(rules, layout));
  const generate = generator(layout);
  const digests = [new Int32Array(digestSize), new Int32Array(digestSize)] as const;
  let took = 0;
  let spent = 0;
  let changed = 0;
  let items = 0;
  for (let done = 0; done < cases; done += chunk) {
    const some = Array.from({ length: Math.min(chunk, cases - done) }, generate);
    const began = performance.now();
    const before = process.cpuUsage();
    for (const { cells, count } of some) {
      items += count;
      for (const [which, decider] of deciders.entries())
        digestInto(decider.decide(cells, 0, count), digests[which === 0 ? 0 : 1], 0);
      if (digests[0].some((value, at) => value !== digests[1][at])) changed += 1;
    }
    took += performance.now() - began;
    spent += process.cpuUsage(before).user;
  }
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${cases} cases (${(items / cases).toFixed(1)} items each) by two rule sets: ${(took / 1000).toFixed(2)} s on one thread, ` +
      `${(spent / cases / 2).toFixed(1)} microseconds of processor a case and rule set, ${changed} changed, peak ${memory.toFixed(0)} MB`,
  );
}

/** The page that stands in the middle of the set: no better or worse than another. */
const leftOut = ({ pages }: BoundRuleSet): string => [...pages.keys()][Math.floor(pages.size / 2)] ?? '';

function generator(layout: Layout): () => { cells: Int32Array; count: number } {
  const random = seeded(20_261_121);
  const bases = scenarioFrames().map(({ frame }) => ({
    cells: layout.pack(frame),
    count: frame.items.length,
  }));
  const small = [...layout.ofCase, ...layout.ofItem].flatMap(({ fact }) => {
    const answers = answersOf(ruleSet, fact);
    return answers.length === 0 ? [] : [{ fact, codes: answers.map((is) => layout.codeOfFact(fact, is)) }];
  });
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  return () => {
    const base = pick(bases) ?? { cells: new Int32Array(0), count: 0 };
    const cells = base.cells.slice();
    for (let said = 0; said < saidOtherwise; said++) {
      const one = pick(small);
      if (one === undefined) continue;
      const item = Math.floor(random() * base.count);
      const cell = layout.cell(one.fact, item) ?? layout.cell(one.fact, -1);
      if (cell !== undefined) cells[cell] = pick(one.codes) ?? 0;
    }
    return { cells, count: base.count };
  };
}
