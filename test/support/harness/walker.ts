import { replyOutcomes, type ReplyOutcome, type RouteFamily } from '../../../contracts/codes.js';
import {
  clockEvents,
  decisionChoices,
  reports,
  verdicts,
  type RouteEvent,
} from '../../../contracts/route-events.js';
import type { Lot } from '../../../contracts/determination.js';
import { DAY } from './lots.js';
import { pageOf } from './page-terms.js';
import { RouteOnDesk } from './route-on-desk.js';
import type { Sandbox } from './sandbox.js';

type Progress = { at: string; trail: readonly string[]; nextAt: string | null };
type Act = { name: string; run: () => Promise<unknown> };
const isOf = <T extends string>(list: readonly T[], event: string): event is T =>
  list.some((one) => one === event);

/** After so many tries a way is not sought any more, only met. */
const PATIENCE = 12;

/** Every way that the page of a family names: from its states, and by the replies that its states take. */
export function waysOf(family: RouteFamily): string[] {
  return Object.keys(pageOf(family).states).flatMap((row) =>
    Object.keys(waysFrom(family, row)).map((event) => `${row}/${event}`),
  );
}

/** Where each event leads from a row. A reply that leads back to where a route rests moves nothing and is no way. */
function waysFrom(family: RouteFamily, row: string): Readonly<Partial<Record<string, string>>> {
  const { states, replies } = pageOf(family);
  const state = states[row];
  if (!state) throw new Error(`${row} is no state of the page of ${family}`);
  const led = Object.entries(replies).filter(([, to]) => state.kind === 'asks' || to !== 'back');
  const takes = state.kind === 'rests' || state.kind === 'asks';
  return { ...(takes ? Object.fromEntries(led) : {}), ...state.on };
}

/**
 * Walks a route through its life as people, counterparts and clocks might, towards the ways of its page that nobody has gone
 * yet. All it knows of the route is the page.
 */
export class Walker {
  /** Ways taken by any life so far, as `row/EVENT`, with where they led. */
  readonly taken = new Map<string, Set<string>>();
  readonly #tries = new Map<string, number>();
  readonly #sandbox: Sandbox;
  #seed: number;

  constructor(sandbox: Sandbox, seed: number) {
    this.#sandbox = sandbox;
    this.#seed = seed;
  }

  /** One life of at most so many acts; answers the desk it was played on. */
  async live(lot: Lot, acts: number): Promise<RouteOnDesk> {
    const desk = new RouteOnDesk(this.#sandbox, lot.family, lot);
    this.#setKnobs(desk);
    await desk.start();
    for (let count = 0; count < acts && !desk.run.ended; count++) {
      const seen = await this.#look(desk);
      const { at } = seen;
      const act = this.#choose(desk.lot.family, seen, this.#actsAt(desk, at));
      this.#setKnobs(desk);
      if (at === 'preserved' && this.#random() < 0.4) await this.#nearTheEnd(desk);
      await act.run();
      const { trail } = await this.#look(desk);
      this.#countPassed(desk.lot.family, trail);
    }
    return desk;
  }

  async #look(desk: RouteOnDesk): Promise<Progress> {
    const seen = (await desk.run.query('routeProgress')) as Progress;
    const ended = desk.run.ended?.how === 'completed' ? String(desk.run.ended.value) : null;
    for (const [index, way] of seen.trail.entries()) {
      const to = seen.trail[index + 1]?.split('/')[0] ?? ended ?? seen.at;
      this.taken.set(way, (this.taken.get(way) ?? new Set()).add(to));
    }
    return seen;
  }

  /** A row that a route only passes is tried by passing it: which of its ways comes next is not for the walker to say. */
  #countPassed(family: RouteFamily, trail: readonly string[]): void {
    const rows = new Set(trail.slice(-3).map((way) => way.split('/')[0] ?? ''));
    for (const row of rows) {
      if (pageOf(family).states[row]?.shows.length !== 0) continue;
      for (const event of Object.keys(waysFrom(family, row)))
        this.#tries.set(`${row}/${event}`, this.#tried(`${row}/${event}`) + 1);
    }
  }

  #tried(way: string): number {
    return this.#tries.get(way) ?? 0;
  }

  #sought(row: string, event: string): boolean {
    const way = `${row}/${event}`;
    return !this.taken.has(way) && this.#tried(way) < PATIENCE;
  }

  /** A way that is sought from here; otherwise the step that leads nearest to one; now and then any. */
  #choose(family: RouteFamily, { at, trail }: Progress, acts: readonly Act[]): Act {
    const wanted = acts.filter(({ name }) => this.#sought(at, name));
    const goingOn = wanted.filter(({ name }) => !isEnd(waysFrom(family, at)[name]));
    const sought = goingOn.length > 0 ? goingOn : wanted;
    const near = this.#distances(family);
    const far = ({ name }: Act) => near.get(waysFrom(family, at)[name] ?? '') ?? 1000;
    // A rejection ends a life that has hardly begun: only while it is sought itself, or what a request sent before owes.
    const sent = trail.some((way) => way.endsWith('/SENT'));
    const living = acts.filter((act) => act.name !== 'REJECTED' || (sent && far(act) === 0));
    const nearest = Math.min(...living.map(far));
    const towards = this.#random() < 0.12 ? living : living.filter((act) => far(act) === nearest);
    const some = sought.length > 0 ? sought : towards;
    const least = Math.min(...some.map(({ name }) => this.#tried(`${at}/${name}`)));
    const best = some.filter(({ name }) => this.#tried(`${at}/${name}`) === least);
    const act = best[Math.floor(this.#random() * best.length)];
    if (!act) throw new Error(`nothing can be done in ${at}`);
    this.#tries.set(`${at}/${act.name}`, least + 1);
    return act;
  }

  /** How many steps of the page lie between a row and the nearest one from which a way is sought. */
  #distances(family: RouteFamily): ReadonlyMap<string, number> {
    const rows = Object.keys(pageOf(family).states);
    const found = new Map<string, number>();
    for (const row of rows)
      if (Object.keys(waysFrom(family, row)).some((event) => this.#sought(row, event))) found.set(row, 0);
    for (let steps = 1; steps < rows.length; steps++) {
      const before = new Map(found);
      for (const row of rows)
        if (!found.has(row) && Object.values(waysFrom(family, row)).some((to) => before.has(to ?? '')))
          found.set(row, steps);
    }
    return found;
  }

  /** What people may do in a row: its ways, and what may happen beside them. */
  #actsAt(desk: RouteOnDesk, at: string): readonly Act[] {
    const events = Object.keys(waysFrom(desk.lot.family, at));
    const acts = events.flatMap((event) => this.#actFor(desk, event));
    const withdraw = { name: 'withdraw', run: () => desk.withdraw() };
    return [...acts, ...(this.#random() < 0.05 ? [withdraw] : [])];
  }

  #actFor(desk: RouteOnDesk, event: string): Act[] {
    const act = (run: Act['run']): Act[] => [{ name: event, run }];
    if (isOf<ReplyOutcome>(replyOutcomes, event)) return act(() => desk.reply(event));
    if (isOf(decisionChoices, event)) return act(() => desk.choose(event));
    if (isOf(verdicts, event)) return act(() => desk.review(event));
    if (isOf(clockEvents, event)) return act(() => this.#untilAClockEnds(desk, event));
    const report = Object.entries(reports).find(([, is]) => is === event)?.[0];
    if (isReport(report)) return act(() => desk.done(report));
    return act(ofOurOwn(desk, event));
  }

  /** A question that is asked on the way to the end of the wait is answered: it goes on. */
  #confirms(desk: RouteOnDesk, at: string, event: RouteEvent): boolean {
    return event === 'SILENT' && waysFrom(desk.lot.family, at)['CONFIRMED'] === 'back';
  }

  async #untilAClockEnds(desk: RouteOnDesk, event: RouteEvent): Promise<void> {
    const { at: from } = await this.#look(desk);
    for (let rungs = 0; rungs < 120 && !desk.run.ended; rungs++) {
      const { at, nextAt } = await this.#look(desk);
      if (at !== from && !this.#confirms(desk, at, event)) return;
      if (at !== from) await desk.done('need-confirmed');
      if (nextAt === null) return;
      await desk.run.advance(Math.max(1, Date.parse(nextAt) - desk.run.now));
    }
  }

  /** Half a day before the preservation ends. */
  async #nearTheEnd(desk: RouteOnDesk): Promise<void> {
    const started =
      desk.office.started.findLast(({ term }) => term === 'preservation')?.startedAt ?? desk.nowText;
    const length = desk.lot.terms.clocks.find(({ id }) => id === 'preservation')?.length.amount ?? 0;
    const left = Date.parse(started) + length * DAY - DAY / 2 - desk.run.now;
    await desk.run.advance(Math.max(1, left));
  }

  /** What the office meets the next time: now and then fields are missing, something blocks, a hand-over is refused. */
  #setKnobs({ office }: RouteOnDesk): void {
    office.missing = this.#random() < 0.1 ? ['field'] : [];
    office.blockers = this.#random() < 0.1 ? ['BLOCKED'] : [];
    const refused = this.#random();
    office.refuseHandOver = refused < 0.1 ? 'APPROVAL_EXPIRED' : refused < 0.25 ? 'ON_HOLD' : null;
  }

  #random(): number {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return this.#seed / 2_147_483_648;
  }
}

const isEnd = (to: string | undefined): boolean => to !== undefined && to === to.toUpperCase();

const isReport = (name: string | undefined): name is keyof typeof reports =>
  name !== undefined && Object.hasOwn(reports, name);

/** What brings about an event of our own work. */
function ofOurOwn(desk: RouteOnDesk, event: string): () => Promise<unknown> {
  const own: Partial<Record<RouteEvent, () => Promise<unknown>>> = {
    APPROVED: () => sign(desk, 'approve'),
    RETURNED: () => sign(desk, 'return'),
    REJECTED: () => sign(desk, 'reject'),
    SENT: () => desk.dispatch(),
    CASE_CHANGED: () => change(desk, true),
    REVISED: () => change(desk, false),
    CLEAR: async () => {
      if (desk.office.calls.length % 2 === 0) await desk.run.advance(DAY * 15);
      return desk.revise();
    },
    APPROVAL_EXPIRED: async () => {
      if (desk.office.calls.length % 2 === 0) await sign(desk, 'approve');
      await desk.run.advance(DAY * 15);
    },
  };
  return (isOurs(event, own) ? own[event] : undefined) ?? (() => change(desk, false));
}

const isOurs = (event: string, own: object): event is RouteEvent => Object.hasOwn(own, event);

/** Signs an open step of the newest round that nobody has signed. */
export async function sign(desk: RouteOnDesk, decision: 'approve' | 'return' | 'reject'): Promise<unknown> {
  const { openedSteps, calls } = desk.office;
  const newest = openedSteps.at(-1)?.round ?? 0;
  const open = openedSteps.filter(({ round }) => round === newest);
  const redeemed = calls
    .slice(calls.findIndex(({ input }) => 'steps' in input && opensWith(input.steps, open[0])))
    .flatMap(({ name, input }) => (name === 'redeemTicket' && 'step' in input ? [input.step] : []));
  const step = open.find((one) => !redeemed.includes(one.step)) ?? open.at(-1);
  return step && desk.decide(decision, step.step, step.roles[0]);
}

const opensWith = (steps: unknown, first: unknown): boolean => Array.isArray(steps) && steps.includes(first);

/** The case is revised, with or without a change of what the request rests on. */
async function change(desk: RouteOnDesk, rests: boolean): Promise<unknown> {
  const { office } = desk;
  if (rests) office.slice += '+';
  office.document += '+';
  return desk.revise();
}
