import type { Frame } from '../../../contracts/determination.js';
import { compiledEvaluator, frameAnew, resultBy, ruleSetOn } from '../../engine/index.js';
import { Wording } from '../../engine/wording/wording.js';
import { Asked, noCounts, type Counts, type Rules } from '../impact/impact.js';
import { supposedIn, type Supposed } from './sentence.js';
import { supposing } from './supposing.js';
import { typicalCases } from './typical-cases.js';

/** Routes that come or go for one kind of case, and between whom. */
export type RouteTurn = { what: string; turn: 'gained' | 'lost'; route: string; between: readonly string[] };
/** What a gained route brings with it: clocks, duties and what holds it before it leaves. */
export type Brings = { route: string; clocks: readonly string[]; duties: readonly string[] };

export type Study = {
  sentence: string;
  supposed: Supposed;
  day: string;
  /** Said beside the figures, so that nobody reads more into them. */
  remarks: readonly string[];
  generated: Counts;
  turns: readonly RouteTurn[];
  brings: readonly Brings[];
};

/** What a supposed change would do to generated typical cases on its first day. Throws NotSupposed. */
export async function study(sentence: string, rules: Rules): Promise<Study> {
  const supposed = supposedIn(sentence, rules);
  const day = supposed.from;
  const asIf = supposing(supposed, rules);
  const asked = new Asked({ live: rules, candidate: asIf, day, checks: 'ASSUMED' });
  const generated = noCounts();
  const turns = new Map<string, RouteTurn & { between: string[] }>();
  const gained = new Map<string, Frame>();
  for (const { what, between, frame } of typicalCases(supposed, rules)) {
    const met = asked.onFile(frame);
    generated[met.kind] += 1;
    if (met.kind === 'unchanged' || met.kind === 'no-baseline') continue;
    const note = (turn: 'gained' | 'lost') => (route: string) => {
      const key = `${what} ${turn} ${route}`;
      const known = turns.get(key) ?? { what, turn, route, between: [] };
      turns.set(key, { ...known, between: [...known.between, between] });
      if (turn === 'gained' && !gained.has(route)) gained.set(route, frame);
    };
    met.gains.forEach(note('gained'));
    met.loses.forEach(note('lost'));
  }
  return {
    sentence,
    supposed,
    day,
    remarks: remarksOn(supposed, rules),
    generated,
    turns: [...turns.values()].sort((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0)),
    brings: await Promise.all([...gained].map(([route, frame]) => brings(route, frame, asIf, day))),
  };
}

async function brings(route: string, frame: Frame, asIf: Rules, day: string): Promise<Brings> {
  const words = new Wording(asIf.ruleSet, 'en');
  const anew = frameAnew(frame, { ...asIf, asOf: day, checks: 'ASSUMED' });
  const { lots } = await resultBy(ruleSetOn(asIf.ruleSet, day), anew, compiledEvaluator);
  const lot = lots.find((one) => one.route === route);
  return {
    route: `${words.route(route)} [${route}]`,
    clocks:
      lot?.terms.clocks.map(
        ({ title, length: { amount, unit }, reference }) => `${title}: ${amount} ${unit} (${reference})`,
      ) ?? [],
    duties: lot?.duties.map(({ who, what }) => `${words.role(who)}: ${what}`) ?? [],
  };
}

function remarksOn(supposed: Supposed, { registers }: Rules): string[] {
  const always = [
    'Generated cases are typical, not counted: they say where routes come and go, and nothing of how often.',
    'What a register does not know stays unknown here too.',
    'Worked cases say themselves what stands between two States and with a provider: a register that changes leaves most of them as they are.',
  ];
  if (supposed.kind !== 'joins') return always;
  const treaty = registers.instruments[supposed.treaty];
  return treaty?.inForce === false
    ? [`${treaty.name} is not in force: joining it opens nothing before it is.`, ...always]
    : always;
}
