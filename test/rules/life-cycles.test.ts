import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  endStates,
  urgencies,
  type DataCategory,
  type RouteFamily,
  type RouteState,
  type Urgency,
} from '../../contracts/codes.js';
import type { ApprovalTerm, Period, RouteTerms } from '../../contracts/plan.js';
import { loadLifeCycles, termsOf, urgencyOf } from '../../rules/engine/merge/terms.js';
import type { LifeCyclePage } from '../../rules/engine/schema/life-cycle.js';
import type { WrittenCondition } from '../../rules/engine/schema/words.js';
import { writtenTables } from './life-cycles/tables.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'rules/life-cycles');
const pages = loadLifeCycles(folder);
const families = [...pages.keys()];

const page = (family: RouteFamily): LifeCyclePage => {
  const found = pages.get(family);
  if (!found) throw new Error(`no page of ${family}`);
  return found;
};
const terms = (
  family: RouteFamily,
  urgency: Urgency = 'ROUTINE',
  more: { categories?: readonly DataCategory[]; providerDays?: number } = {},
): RouteTerms => termsOf(page(family), { urgency, categories: more.categories ?? ['SUBSCRIBER'], ...more });
const everyTerms = families.flatMap((family) => urgencies.map((urgency) => terms(family, urgency)));

const rowsOf = (states: LifeCyclePage['states']): object =>
  Object.fromEntries(
    Object.entries(states).map(([name, { shows, kind, on }]) => [name, { shows, kind, on }] as const),
  );

describe('a page and the table of its family', () => {
  it('exist for the same families', () => {
    expect([...families].sort()).toEqual(Object.keys(writtenTables).sort());
  });

  it.each(families)('have the same states, events and ways out: %s', (family) => {
    const { replies, states } = page(family);
    expect({ replies, states: rowsOf(states) }).toEqual(writtenTables[family]);
  });

  it('send every answer to a request into intake and every refusal to a person', () => {
    const asking = families.filter((family) => 'waiting' in page(family).states);
    for (const family of asking) {
      expect(page(family).replies).toMatchObject({ ANSWERED: 'intake', REFUSED: 'decision' });
    }
    expect(asking).toHaveLength(9);
  });

  it('name what follows a refusal without a reason and silence, wherever a request may be converted after an answer', () => {
    const asking = families.filter((family) => 'waiting' in page(family).states);
    for (const family of asking) {
      const { conversions } = page(family);
      expect([family, Object.keys(conversions)]).toEqual([
        family,
        expect.arrayContaining(['NO_REASON_GIVEN', 'NO_ANSWER']),
      ]);
      const next = Object.values(conversions).flat();
      expect(next.every((one) => one !== family && pages.has(one))).toBe(true);
    }
  });

  it('have a person to decide wherever a reply that nobody foresaw may come', () => {
    for (const { states } of pages.values()) {
      if (Object.values(states).some(({ kind }) => kind === 'rests'))
        expect(states).toHaveProperty('decision');
    }
  });

  it('know every event rule of the specification that a route can fire', () => {
    const fired = [...pages.values()].flatMap(({ events }) => events.map(({ rule }) => rule));
    for (const rule of [
      'P09',
      'P10',
      'P11',
      'P12',
      'P13',
      'P14',
      'S07',
      'S17',
      'S18',
      'E04',
      'E13',
      'F22',
      'F26',
      'I05',
    ])
      expect(fired, rule).toContain(rule);
  });

  it('call no preservation but that of the Convention by Article 29', () => {
    for (const [family, { title, clocks }] of pages) {
      if (family === 'ART29') continue;
      const named = [title, ...clocks.filter(({ starts }) => starts === 'PRESERVED').map((one) => one.title)];
      expect(named.join(' ')).not.toMatch(/29/);
    }
  });
});

const signers = (approvals: readonly ApprovalTerm[]) => approvals.map((one) => `${one.order} ${one.step}`);

describe('who signs (specification C.3)', () => {
  it.each<[RouteFamily, Urgency, string[]]>([
    ['PROV_PRES', 'ROUTINE', ['1 supervisor']],
    ['PROV_PRES', 'EMERGENCY', ['1 duty-supervisor']],
    ['ART29', 'ROUTINE', ['1 supervisor', '2 contact-24-7']],
    ['ART30', 'ROUTINE', ['1 supervisor']],
    ['PROV_DISC', 'ROUTINE', ['1 supervisor']],
    ['EDR', 'EMERGENCY', ['1 duty-supervisor']],
    ['P2P', 'ROUTINE', ['1 supervisor', '1 channel-unit']],
    ['MLA', 'ROUTINE', ['1 supervisor', '2 legal-adviser', '3 prosecutor', '4 central-authority']],
    ['MLA', 'URGENT', ['1 supervisor', '1 legal-adviser', '1 prosecutor', '1 central-authority']],
    ['CONSENT', 'ROUTINE', ['1 supervisor', '2 legal-adviser']],
    ['EPOC', 'ROUTINE', ['1 issuing-authority']],
  ])('%s %s: %j', (family, urgency, expected) => {
    expect(signers(terms(family, urgency).approvals)).toEqual(expected);
  });

  it('adds the prosecutor to a direct disclosure of logs, traffic or financial data, once', () => {
    for (const category of ['ACCESS_LOG', 'TRAFFIC', 'FINANCIAL_KYC'] as const) {
      const { approvals } = terms('PROV_DISC', 'ROUTINE', { categories: ['SUBSCRIBER', category] });
      expect(signers(approvals)).toEqual(['1 supervisor', '1 prosecutor']);
    }
    const both = terms('PROV_DISC', 'URGENT', { categories: ['ACCESS_LOG', 'TRAFFIC'] });
    expect(signers(both.approvals)).toEqual(['1 duty-supervisor', '1 prosecutor']);
  });

  it('lets nobody but a duty supervisor sign an emergency disclosure, at whatever urgency the page is asked', () => {
    for (const urgency of urgencies) {
      expect(terms('EDR', urgency)).toMatchObject({
        urgency: 'EMERGENCY',
        approvals: [{ roles: ['DUTY_SUPERVISOR'], within: { amount: 15, unit: 'minute' } }],
      });
    }
  });

  it('asks for as many signatures as a page names of its roles, each with a name of its own', () => {
    const [first] = page('PROV_PRES').approvals.ROUTINE ?? [];
    if (!first) throw new Error('nobody signs');
    const two = { ...first, any: 2, roles: ['SUPERVISOR', 'DUTY_SUPERVISOR', 'HEAD_OF_OFFICE'] as const };
    const written = { ...page('PROV_PRES'), approvals: { ROUTINE: [{ ...two, roles: [...two.roles] }] } };
    const { approvals } = termsOf(written, { urgency: 'ROUTINE', categories: [] });
    expect(signers(approvals)).toEqual(['1 supervisor-1', '1 supervisor-2']);
    for (const { roles, ladder, within } of approvals)
      expect({ roles, ladder, within }).toEqual({
        roles: two.roles,
        ladder: first.ladder,
        within: first.within,
      });
  });

  it('runs a route that has no emergency pace at its urgent one', () => {
    expect(terms('PROV_DISC', 'EMERGENCY').urgency).toBe('URGENT');
    expect(terms('OSINT', 'EMERGENCY').urgency).toBe('URGENT');
  });

  it('keeps signatures valid for ten working days, 24 hours or two hours', () => {
    const valid = { ROUTINE: '10 working-day', URGENT: '24 hour', EMERGENCY: '2 hour' };
    for (const { urgency, approvalValidFor, lifeCycle } of everyTerms)
      if (lifeCycle !== 'MLA') expect(said(approvalValidFor)).toBe(valid[urgency]);
  });

  it('keeps those of an assistance request valid for as long as its chain of signatures may take', () => {
    const valid = { ROUTINE: '10 working-day', URGENT: '48 hour', EMERGENCY: '24 hour' };
    for (const { urgency, approvalValidFor, lifeCycle } of everyTerms)
      if (lifeCycle === 'MLA') expect(said(approvalValidFor)).toBe(valid[urgency]);
  });

  it('reminds at half of the time, presses at the full time, goes a level up at one and a half times', () => {
    const steps = everyTerms
      .flatMap(({ approvals }) => approvals)
      .filter(({ within }) => within.unit !== 'minute');
    for (const { within, ladder, roles } of steps) {
      const full = inHours(within);
      expect(ladder.map(({ after }) => inHours(after))).toEqual([full / 2, full, full * 1.5]);
      expect(ladder.map(({ tell }) => tell)).toEqual([roles[0], roles[0], 'HEAD_OF_OFFICE']);
    }
    expect(steps.length).toBeGreaterThan(20);
  });

  it('in an emergency counted in minutes calls a second signer after ten and the head of office after twenty', () => {
    const steps = everyTerms
      .filter(({ urgency, lifeCycle }) => urgency === 'EMERGENCY' && lifeCycle !== 'EPOC')
      .flatMap(({ approvals }) => approvals)
      .filter(({ within }) => within.unit === 'minute');
    for (const { ladder, roles } of steps) {
      expect(ladder.map(({ after, tell }) => `${said(after)} ${tell}`)).toEqual([
        `10 minute ${roles[0] ?? ''}`,
        '20 minute HEAD_OF_OFFICE',
      ]);
    }
    expect(steps.length).toBeGreaterThan(4);
  });
});

describe('how urgent a lot is', () => {
  const whenTrue = (fact: string) => (written: WrittenCondition) =>
    JSON.stringify(written).includes(`"${fact}"`);

  it('takes the first urgency that holds, ROUTINE when none does', () => {
    expect(urgencyOf(page('PROV_PRES'), () => true)).toBe('EMERGENCY');
    expect(urgencyOf(page('PROV_PRES'), whenTrue('volatility'))).toBe('URGENT');
    expect(urgencyOf(page('PROV_PRES'), () => false)).toBe('ROUTINE');
  });

  it('makes mutual assistance urgent when the rules say so, or the data are about to be lost', () => {
    expect(urgencyOf(page('MLA'), whenTrue('mla.urgent'))).toBe('URGENT');
    expect(urgencyOf(page('MLA'), whenTrue('volatility'))).toBe('URGENT');
  });
});

const clocksAt = ({ clocks }: RouteTerms, state: RouteState) =>
  clocks.filter(({ starts }) => starts === state);
const leftOf = ({ clocks }: RouteTerms) =>
  clocks
    .filter(({ starts }) => starts === 'PRESERVED')
    .flatMap(({ ladder }) => ladder.map(({ left }) => left?.amount));

describe('clocks (specification C.2 and C.4 to C.13)', () => {
  it('start with the dispatch at the earliest, save the targets of our own work for a request for assistance', () => {
    const early: readonly RouteState[] = [
      'DRAFT',
      'FIELDS_MISSING',
      'CHECKS',
      'APPROVAL',
      'RETURNED',
      'APPROVED',
      'HANDED_OVER',
    ];
    for (const one of everyTerms) {
      const clocks = early.flatMap((state) => clocksAt(one, state));
      if (one.lifeCycle !== 'MLA') expect(clocks).toEqual([]);
      expect(clocks.filter(({ nature }) => nature !== 'office')).toEqual([]);
    }
  });

  it('give every wait of every route a next date', () => {
    for (const [family, urgency] of families.flatMap((name) => urgencies.map((at) => [name, at] as const))) {
      const one = terms(family, urgency);
      const waits = Object.values(page(family).states).flatMap(({ kind, shows }) =>
        kind === 'does' ? [] : shows.slice(0, 1),
      );
      for (const state of waits) {
        const running =
          state === 'SUPERSEDED'
            ? [...clocksAt(one, state), ...clocksAt(one, 'PRESERVED')]
            : clocksAt(one, state);
        expect(running, `${family} ${urgency} ${state}`).not.toEqual([]);
      }
    }
  });

  it('name an article where they are law and say so where they are office practice', () => {
    for (const { nature, reference } of everyTerms.flatMap(({ clocks }) => clocks)) {
      if (nature === 'law') expect(reference).toMatch(/Article \d+/);
      if (nature === 'office') expect(reference).toMatch(/office practice/);
    }
  });

  it('remind of a preservation at a provider with 30, 14, 7, 3 and 1 days left of ninety', () => {
    const [clock] = clocksAt(terms('PROV_PRES'), 'PRESERVED');
    expect(clock).toMatchObject({ length: { amount: 90, unit: 'day' }, nature: 'provider' });
    expect(leftOf(terms('PROV_PRES'))).toEqual([30, 14, 7, 3, 1]);
  });

  it('take the days of the register for a provider, and drop the reminders that a short period has no room for', () => {
    const long = terms('PROV_PRES', 'ROUTINE', { providerDays: 180 });
    expect(clocksAt(long, 'PRESERVED')[0]?.ladder[0]).toMatchObject({
      after: { amount: 150 },
      left: { amount: 30 },
    });
    expect(leftOf(terms('PROV_PRES', 'ROUTINE', { providerDays: 10 }))).toEqual([7, 3, 1]);
  });

  it('hold Article 29 to sixty days of law, whatever a provider does', () => {
    const [clock] = clocksAt(terms('ART29', 'ROUTINE', { providerDays: 180 }), 'PRESERVED');
    expect(clock).toMatchObject({ length: { amount: 60, unit: 'day' }, nature: 'law' });
    expect(leftOf(terms('ART29'))).toEqual([30, 21, 14, 7, 2]);
  });

  it('assume fourteen days, and no law, for what police keep for police', () => {
    const [clock] = clocksAt(terms('P2P'), 'PRESERVED');
    expect(clock).toMatchObject({ length: { amount: 14, unit: 'day' }, nature: 'office' });
  });

  it('end the wait for an emergency disclosure after sixty minutes, and tell the prosecutor at dispatch', () => {
    const clocks = clocksAt(terms('EDR', 'EMERGENCY'), 'DISPATCHED').filter(({ asks }) => !asks);
    expect(clocks.map(({ length }) => said(length))).toEqual(['60 minute']);
    expect(terms('EDR').events).toContainEqual(
      expect.objectContaining({ on: 'SENT', tell: 'PROSECUTOR', what: 'call' }),
    );
  });

  it('ask every two hours whether the danger is still imminent, and every ninety days whether assistance is needed', () => {
    const asking = (family: RouteFamily) =>
      terms(family).clocks.flatMap(({ asks, length }) => (asks ? [said(length)] : []));
    expect(asking('EDR')).toEqual(['2 hour']);
    expect(asking('MLA')).toEqual(['90 day']);
  });

  it.each([
    ['G7_24_7', ['24 hour', '24 hour', '1 hour']],
    ['INTERPOL', ['10 working-day', '24 hour', '1 hour']],
  ])(
    'wait for the acknowledgement of a counterpart by the periods of its channel: %s',
    (channel, expected) => {
      const acknowledgement = (urgency: Urgency) =>
        termsOf(page('P2P'), { urgency, categories: ['SUBSCRIBER'], channel })
          .clocks.filter(({ id }) => id === 'acknowledgement')
          .map(({ length }) => said(length));
      expect(urgencies.flatMap(acknowledgement)).toEqual(expected);
    },
  );

  it('review mutual assistance after a year, with letters every sixty days before', () => {
    const execution = terms('MLA').clocks.find(({ id }) => id === 'execution');
    expect(execution?.ladder.map(({ after }) => after.amount)).toEqual([60, 120, 180, 240, 270, 300, 365]);
  });
});

describe('a page that does not hold together', () => {
  const broken = (from: string, to: string): string => {
    const dir = mkdtempSync(join(tmpdir(), 'life-cycles-'));
    const text = readFileSync(join(folder, 'OSINT.yaml'), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(dir, 'OSINT.yaml'), text.replace(from, to));
    return dir;
  };

  it.each([
    [
      'a state that does not exist',
      'REVISED: draft',
      'REVISED: drafft',
      /OSINT\.yaml:\d+:\d+ {2}"drafft" is no state\. Did you mean "draft"\?/,
    ],
    ['a state that nothing leads to', '  returned:', '  returnd:', /nothing leads to "returnd"/],
    [
      'the name of another family',
      'family: OSINT',
      'family: CONSENT',
      /OSINT\.yaml:\d+:9 {2}the page of CONSENT is CONSENT\.yaml/,
    ],
    [
      'a ladder out of order',
      'after: { amount: 2, unit: working-hour }',
      'after: { amount: 5, unit: working-hour }',
      /earlier than the rung above/,
    ],
    ['an unknown role', 'tell: SUPERVISOR', 'tell: SUPERVISER', /OSINT\.yaml:\d+:\d+/],
    [
      'two clocks of one name at one urgency',
      '    for: [URGENT]\n',
      '',
      /a second clock "capture" at ROUTINE/,
    ],
  ])('is refused with file, line and column: %s', (_what, from, to, says) => {
    expect(() => loadLifeCycles(broken(from, to))).toThrow(says);
  });

  it('keeps capitals for ends only', () => {
    for (const { states } of pages.values()) {
      for (const to of Object.values(states).flatMap(({ on }) => Object.values(on))) {
        expect(endStates.some((end) => end === to)).toBe(to === to.toUpperCase());
      }
    }
  });
});

const said = ({ amount, unit }: Period): string => `${amount} ${unit}`;
const inHours = ({ amount, unit }: Period): number =>
  amount * { minute: 1 / 60, hour: 1, day: 24, 'working-hour': 1, 'working-day': 8 }[unit];
