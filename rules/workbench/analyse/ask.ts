import { seen, type Facts, type Seen } from './case.js';
import type { Encoding } from './encoding.js';
import type { Question } from './question.js';
import { shrink } from './shrink.js';
import type { Solver } from './solver.js';

/** What came of a question; a case that the engine does not confirm proves nothing, and is told. */
export type Told =
  | { question: Question; is: 'no-case' }
  | { question: Question; is: 'some-case'; facts: Facts }
  | { question: Question; is: 'undecided'; facts?: Facts };

/** Asks the questions of a day. Cases that were found are tried on later questions before the solver is asked. */
export class Asking {
  private readonly solver: Solver;
  private readonly of: Encoding;
  private readonly found: Seen[] = [];

  constructor(solver: Solver, of: Encoding) {
    this.solver = solver;
    this.of = of;
  }

  async tell(question: Question): Promise<Told> {
    const { rules } = this.of;
    const one = await this.caseFor(question);
    if (one === 'none') return { question, is: 'no-case' };
    if (one === undefined) return { question, is: 'undecided' };
    if (!(await question.agrees(one))) return { question, is: 'undecided', facts: one.facts };
    if (question.wrongIf === 'no-case') return { question, is: 'some-case', facts: one.facts };
    return { question, is: 'some-case', facts: await shrink(rules, one.facts, question.agrees) };
  }

  private async caseFor(question: Question): Promise<Seen | 'none' | undefined> {
    if (question.triesFound !== false)
      for (const one of this.found) if (await question.agrees(one)) return one;
    const asked = question.asks();
    this.solver.assume(this.of.stated.newAxioms());
    const answer = await this.solver.isThereACase(...asked);
    if (answer.is === 'proved') return 'none';
    if (answer.is === 'undecided') return undefined;
    const fresh = await seen(this.of.rules, this.of.stated.in(answer.model));
    this.found.push(fresh);
    return fresh;
  }
}
