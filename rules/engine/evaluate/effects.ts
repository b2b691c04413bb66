import { caseSubject } from './board.js';
import { isRead, scopesOf } from '../rule-set/dependencies.js';
import type { WrittenEffect } from '../schema/page.js';
import type { Page } from '../rule-set/rule-set.js';

/** An effect of a page that fired, for the case or for one item. */
export type Active<E extends WrittenEffect = WrittenEffect> = {
  effect: E;
  page: Page;
  subject: string;
  /** Scopes of a blocker that are read from a fact, already read. */
  scopes: readonly string[];
  /** Whether routes that the blocker spares may leave at present. */
  spares: boolean;
  /** Families that the effect opens, shuts or removes as a whole, as bits. */
  opens: number;
  shuts: number;
  removes: number;
};

export type Opening = Extract<WrittenEffect, { open: string }>;
export type Shutting = Extract<WrittenEffect, { shut: string | string[] }>;
export type Blocking = Extract<WrittenEffect, { block: string }>;
export type Asking = Extract<WrittenEffect, { ask: string | string[] }>;

/** An effect of the case concerns every item. */
export const concerns = (active: Active, item: string): boolean =>
  active.subject === caseSubject || active.subject === item;

export const isOpening = (active: Active): active is Active<Opening> => 'open' in active.effect;
export const isShutting = (active: Active): active is Active<Shutting> => 'shut' in active.effect;
export const isBlocking = (active: Active): active is Active<Blocking> => 'block' in active.effect;
export const isRemoving = (active: Active): active is Active<Blocking> =>
  'block' in active.effect && active.effect.stage === 'remove';
export const isAsking = (active: Active): active is Active<Asking> => 'ask' in active.effect;

export const listed = (some: string | readonly string[] | undefined): readonly string[] =>
  some === undefined ? [] : typeof some === 'string' ? [some] : some;

/** Scopes of a blocker: as written, or as the fact says. */
export const scopesRead = (effect: WrittenEffect, value: (fact: string) => unknown): readonly string[] => {
  if (!('block' in effect)) return [];
  if (!isRead(effect.scope)) return scopesOf(effect);
  const read = value(effect.scope.fact);
  return Array.isArray(read) ? read.filter((one): one is string => typeof one === 'string') : [];
};
