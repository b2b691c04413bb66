import type { Arith, Bool, Context, Model } from 'z3-solver';

export type Z = Context<'main'>;
export type Truth = Bool<'main'>;
export type Figure = Arith<'main'>;

/** What the solver found: no case does it, this case does it, or it was not told within the time. */
export type Answer = { is: 'proved' } | { is: 'refuted'; model: ReadModel } | { is: 'undecided' };
export type ReadModel = { truth(of: Truth): boolean; figure(of: Figure): number };

/** A solver that is asked whether a case exists. `close` ends its threads: without it the process does not end. */
export type Solver = {
  z: Z;
  /** Holds from now on of every case. */
  assume(truths: readonly Truth[]): void;
  /** Is there a case in which all of these hold? `proved` means there is none. */
  isThereACase(...truths: readonly Truth[]): Promise<Answer>;
  close(): Promise<void>;
};

/** Loads the solver, which no other part of the system needs. @param milliseconds for one question */
export async function openSolver(milliseconds: number): Promise<Solver> {
  const { init, killThreads } = await import('z3-solver');
  const api = await freeingNothing(init);
  const { Context } = api;
  const z: Z = Context('main');
  const solver = new z.Solver();
  solver.set('timeout', milliseconds);
  return {
    z,
    assume: (truths) => solver.add(...truths),
    async isThereACase(...truths) {
      const said = await solver.check(...truths);
      if (said === 'unsat') return { is: 'proved' };
      return said === 'sat' ? { is: 'refuted', model: reading(solver.model()) } : { is: 'undecided' };
    },
    close: () => killThreads(api.em),
  };
}

/**
 * The library frees a term when JavaScript forgets it, also while the solver's own thread works on it, and then its memory
 * breaks. What it makes here is kept until the whole solver goes.
 */
async function freeingNothing<T>(start: () => Promise<T>): Promise<T> {
  const { FinalizationRegistry } = globalThis;
  globalThis.FinalizationRegistry = class<Held> extends FinalizationRegistry<Held> {
    override register(): void {
      return undefined;
    }
  };
  try {
    return await start();
  } finally {
    globalThis.FinalizationRegistry = FinalizationRegistry;
  }
}

const reading = (model: Model<'main'>): ReadModel => ({
  truth: (of) => model.eval(of, true).sexpr() === 'true',
  figure: (of) => figureIn(model.eval(of, true).sexpr()),
});

/** The solver writes a number below zero as `(- 5)`. */
const figureIn = (text: string): number =>
  text.startsWith('(- ') ? -Number(text.slice(3, -1)) : Number(text);
