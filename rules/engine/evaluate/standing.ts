import { caseSubject } from './board.js';
import {
  isAsking,
  isBlocking,
  isOpening,
  isRemoving,
  isShutting,
  type Active,
  type Asking,
  type Blocking,
  type Opening,
  type Shutting,
} from './effects.js';

/** Effects that concern one item, by kind, in the order in which they came to stand; families touched as bits. */
export class Touching {
  readonly opening: Active<Opening>[] = [];
  readonly shutting: Active<Shutting>[] = [];
  readonly removing: Active<Blocking>[] = [];
  readonly asking: Active<Asking>[] = [];
  /** What cites, waits, guards or binds somebody: it says something of a step and decides nothing. */
  readonly telling: Active[] = [];
  opens = 0;
  shuts = 0;
  removes = 0;

  add(active: Active): void {
    this.opens |= active.opens;
    this.shuts |= active.shuts;
    this.removes |= active.removes;
    if (isOpening(active)) this.opening.push(active);
    else if (isShutting(active)) this.shutting.push(active);
    else if (isRemoving(active)) this.removing.push(active);
    else if (isAsking(active)) this.asking.push(active);
    else if (!isBlocking(active)) this.telling.push(active);
  }
}

/** Effects that stand, in the order of levels, subjects and pages. */
export class Standing {
  actives: Active[] = [];
  /** By subject, the case first. */
  readonly touching: Touching[];
  private readonly subjects: readonly string[];
  private readonly settling = new Set<string>();

  constructor(subjects: readonly string[]) {
    this.subjects = subjects;
    this.touching = subjects.map(() => new Touching());
  }

  add(active: Active, subject: number): void {
    this.actives.push(active);
    if (subject === 0) for (const one of this.touching) one.add(active);
    else this.touching[subject]?.add(active);
    if ('settle' in active.effect) this.settling.add(active.subject);
  }

  /** The settling page of the lowest rank; the others are not looked at, so their effects go. */
  settleBest(subject: number): Active | undefined {
    const item = this.subjects[subject] ?? '';
    if (!this.settling.has(item)) return undefined;
    const settling = this.actives.filter((active) => active.subject === item && 'settle' in active.effect);
    const best = winner(settling);
    const beaten = new Set(settling.filter((active) => active !== best).map(({ page }) => page));
    if (beaten.size > 0) {
      this.actives = this.actives.filter((active) => active.subject !== item || !beaten.has(active.page));
      this.sort(subject);
    }
    return best;
  }

  get ending(): Active | undefined {
    return winner(this.actives.filter(({ effect }) => 'end' in effect));
  }

  /** Only the page that ends the case speaks. */
  leaveOnly({ page }: Active): void {
    this.actives = this.actives.filter((active) => active.page === page);
    this.subjects.forEach((_, subject) => this.sort(subject));
  }

  private sort(subject: number): void {
    const item = this.subjects[subject];
    const touching = new Touching();
    for (const active of this.actives)
      if (active.subject === caseSubject || active.subject === item) touching.add(active);
    this.touching[subject] = touching;
  }
}

const rankOf = ({ effect }: Active): number =>
  'end' in effect ? effect.end : 'settle' in effect ? effect.settle : Number.POSITIVE_INFINITY;

const winner = (actives: readonly Active[]): Active | undefined =>
  actives.reduce<Active | undefined>(
    (best, next) => (best === undefined || rankOf(next) < rankOf(best) ? next : best),
    undefined,
  );
