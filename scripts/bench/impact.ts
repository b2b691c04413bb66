import { impactOn, watchOf, type Cases, type Layout } from '../../rules/engine/batch/index.js';
import { loadRuleSetFrom, ruleSetOn, type RuleSet } from '../../rules/engine/index.js';
import { seeded } from './hundred-rules.js';
import { answersOf, ruleSet, scenarioFrames } from './real-cases.js';

/** Facts of each generated case that are said otherwise than in the scenario it is drawn from. */
const saidOtherwise = 6;
const chunk = 2_000;

/**
 * Generated cases under the real rules and under a candidate: one that lacks a page, and one whose catalogue differs, so that
 * every case is decided by both. Everything is in the time: the threads, the reading of the rules, the making of the cases.
 */
export async function measureImpact(cases: number, threads: number): Promise<void> {
  const [first] = scenarioFrames();
  if (first === undefined) throw new Error('rules/examples has no scenario');
  const { asOf } = first.frame;
  for (const [what, candidate] of candidates()) {
    const began = performance.now();
    const before = process.cpuUsage();
    let changed = 0;
    await impactOn({
      live: ruleSet,
      candidate,
      asOf,
      threads,
      cases: (layout) => generated(layout, cases),
      found: (_, differs) => differs.forEach((bits) => (changed += bits === 0 ? 0 : 1)),
    });
    const { user, system } = process.cpuUsage(before);
    const watched = watchOf(ruleSetOn(ruleSet, asOf), ruleSetOn(candidate, asOf));
    const memory = process.resourceUsage().maxRSS / 1024;
    console.log(
      `${cases} cases, ${what}: ${((performance.now() - began) / 1000).toFixed(2)} s on ${threads} thread(s), ` +
        `${((user + system) / cases).toFixed(1)} microseconds of processor a case, ${changed} changed, ` +
        `${watched === undefined ? 'all decided twice' : `${watched.rules.pages.size} pages watched`}, peak ${memory.toFixed(0)} MB`,
    );
  }
}

/** Without the page in the middle of the set, without the one that most others depend on, and with another catalogue. */
function candidates(): [string, RuleSet][] {
  const content = JSON.parse(ruleSet.content) as {
    pages: { id: string }[];
    catalogue: { routes: { expectedTime?: object }[] };
  };
  const ids = [...ruleSet.pages.keys()];
  const without = (id: string | undefined): RuleSet =>
    loadRuleSetFrom({ ...content, pages: content.pages.filter((page) => page.id !== id) });
  const [middle, gate] = [ids[Math.floor(ids.length / 2)], ids.find((id) => id.startsWith('G'))];
  const routes = content.catalogue.routes.map((route, place) =>
    place === 0 ? { ...route, expectedTime: undefined } : route,
  );
  return [
    [`without ${middle}`, without(middle)],
    [`without ${gate}`, without(gate)],
    ['another catalogue', loadRuleSetFrom({ ...content, catalogue: { ...content.catalogue, routes } })],
  ];
}

function* generated(layout: Layout, cases: number): Generator<Cases> {
  const generate = generator(layout);
  for (let done = 0; done < cases; done += chunk) {
    const some = Array.from({ length: Math.min(chunk, cases - done) }, generate);
    const cells = new Int32Array(some.reduce((all, one) => all + one.cells.length, 0));
    let at = 0;
    for (const one of some) {
      cells.set(one.cells, at);
      at += one.cells.length;
    }
    yield { cells, items: Int32Array.from(some, ({ count }) => count) };
  }
}

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
