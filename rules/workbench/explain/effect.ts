import { isRead, scopesOf } from '../../engine/rule-set/dependencies.js';
import type { WrittenEffect } from '../../engine/schema/page.js';
import type { Reading } from './condition.js';

/** What follows, in a clause; its own condition stands before it. */
export function effectInWords(effect: WrittenEffect, reading: Reading): string {
  const what = clause(effect, reading);
  if (effect.when === undefined) return what;
  return reading.words.label('page.if', { when: reading.condition(effect.when), what });
}

const listed = (some: string | readonly string[]): readonly string[] =>
  typeof some === 'string' ? [some] : some;

function clause(effect: WrittenEffect, reading: Reading): string {
  const { words } = reading;
  const routes = (some: string | readonly string[]): string =>
    listed(some)
      .map((route) => `${words.route(route)} [${route}]`)
      .join(', ');
  if ('open' in effect) return words.label('page.open', { route: routes(effect.open) });
  if ('shut' in effect)
    return words.label('page.shut', { route: routes(effect.shut), says: words.reason(effect.reason) });
  if ('block' in effect) return blocked(effect, reading);
  if ('ask' in effect)
    return words.label('page.ask', {
      questions: listed(effect.ask)
        .map((code) => words.says('questions', code))
        .join(' '),
      by: words.answeredBy(effect.facts),
    });
  if ('safeguard' in effect)
    return words.label('page.safeguard', { says: words.says('safeguards', effect.safeguard) });
  if ('duty' in effect)
    return words.label('duty', {
      who: words.role(effect.who),
      what: `${words.said(effect.duty)}${effect.within === undefined ? '' : ` ${reading.parameter(effect.within)}`}`,
    });
  if ('cite' in effect)
    return words.label('page.cite', { route: routes(effect.on), basis: words.says('bases', effect.cite) });
  if ('after' in effect)
    return words.label('page.after', { route: routes(effect.on), other: routes(effect.after) });
  if ('settle' in effect) return words.label('page.settle');
  if ('end' in effect) return words.label('page.end');
  const { conclude, is, add } = effect;
  return words.label(add === undefined ? 'page.conclude' : 'page.add', {
    fact: words.fact(conclude),
    is: words.value(add === undefined ? (is ?? null) : [...listed(add)]),
  });
}

function blocked(effect: Extract<WrittenEffect, { block: string }>, { words }: Reading): string {
  const { fact, is, by } = effect.cure;
  const scopes = isRead(effect.scope)
    ? words.fact(effect.scope.fact)
    : scopesOf(effect)
        .map((scope) => words.scope(scope))
        .join(', ');
  return words.label(`page.block.${effect.stage}`, {
    scopes,
    says: words.says('blockers', effect.block),
    fact: words.fact(fact),
    is: words.value(is),
    by: words.recordedBy(fact, by),
  });
}
