import type { Step } from './dialect.js';

/** One item's part of a step, before items are merged. */
export type Entry = {
  order: number;
  route: string;
  measure: string;
  addressee: string;
  basis: readonly string[];
};

/** What a run writes down. Every writing names its rule of section B, so that a rule fires by what it does. */
export type Ledger = ReturnType<typeof openLedger>;

export function openLedger() {
  const rules = new Set<string>();
  const blockers = new Set<string>();
  const missing = new Set<string>();
  const safeguards = new Set<string>();
  const entries: { item: string; entry: Entry }[] = [];
  return {
    rules,
    blockers,
    missing,
    safeguards,
    entries,
    fire: (...fired: string[]) => fired.forEach((rule) => rules.add(rule)),
    block(rule: string, code: string, scope: string) {
      rules.add(rule);
      blockers.add(`${code}:${scope}`);
    },
    ask(rule: string, code: string) {
      rules.add(rule);
      missing.add(code);
    },
    guard(rule: string, code: string) {
      rules.add(rule);
      safeguards.add(code);
    },
  };
}

/** Routes in the order of H.1: it breaks ties between equal order numbers. */
const orderOfRoutes = [
  'OSINT',
  'CONSENT',
  'DOMESTIC',
  'P2P:BUDAPEST_24_7',
  'P2P:UNCC_24_7',
  'P2P:G7_24_7',
  'P2P:LIAISON',
  'P2P:REGIONAL',
  'P2P:INTERPOL',
  'P2P:FIU',
  'P2P:HOTLINE',
  'PROV_PRES',
  'PROV_PRES:RENEW',
  'PROV_DISC',
  'EDR',
  'ART29',
  'ART29:THIRD_STATE',
  'ART29:EXTEND',
  'ART30',
  'UNCC:ART42',
  'EPOC',
  'EPOC:EMERGENCY',
  'EPOC_PR',
  'MLA:BILATERAL',
  'MLA:EU',
  'MLA:COE',
  'MLA:CIS',
  'MLA:BUDAPEST',
  'MLA:UNTOC',
  'MLA:UNCAC',
  'MLA:DRUGS88',
  'MLA:TERROR',
  'MLA:OPSC',
  'MLA:RECIPROCITY',
];

/** Merges entries into steps by route, measure and addressee (B.1); items stay in the order of the case. */
export function mergeSteps(ledger: Ledger): Step[] {
  const steps = new Map<string, Step>();
  for (const { item, entry } of ledger.entries) {
    const { order, route, measure, addressee } = entry;
    const key = [order, route, measure, addressee].join('|');
    const step = steps.get(key) ?? { order, route, measure, addressee, items: [], basis: [] };
    if (!step.items.includes(item)) step.items.push(item);
    step.basis.push(...entry.basis.filter((basis) => !step.basis.includes(basis)));
    steps.set(key, step);
  }
  return [...steps.values()].sort(
    (a, b) => a.order - b.order || orderOfRoutes.indexOf(a.route) - orderOfRoutes.indexOf(b.route),
  );
}

/** A plan lists each route once, at its earliest position. */
export const planOf = (steps: readonly Step[]): string[] => [...new Set(steps.map((step) => step.route))];
