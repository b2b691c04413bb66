import type { Condition } from '../../../engine/rule-set/conditions.js';
import type { RouteEntry } from '../../../engine/rule-set/rule-set.js';
import type { Place } from '../terms.js';
import type { Encoding } from '../encoding.js';
import type { Question } from '../question.js';
import type { Truth } from '../solver.js';

/** A case, for each kind of data, that gets neither a route nor a blocker, a question or a reason of its own. */
export const gaps = (of: Encoding): Question[] =>
  (of.entry('dataCategory').values ?? []).map((category) => ({
    check: 'gap',
    about: category,
    at: { fact: 'dataCategory' },
    says: `an item of ${category} gets neither a route nor a reason`,
    wrongIf: 'some-case',
    asks: () => [of.is('dataCategory', category), ...silence(of)],
    agrees: (seen) => seen.unserved && !seen.ended && seen.value('dataCategory') === category,
  }));

function silence(of: Encoding): Truth[] {
  const { z, effects, rules } = of;
  const heard = effects.all.flatMap((place) => {
    const { effect } = place;
    if ('ask' in effect) return [effects.stands(place)];
    return 'block' in effect && effect.whenPlanned !== true
      ? [z.And(effects.stands(place), hasScope(of, place))]
      : [];
  });
  const routes = rules.ruleSet.catalogue.routes;
  return [
    z.Not(of.is('case.ended', true)),
    ...heard.map((one) => z.Not(one)),
    ...routes.flatMap(({ family }) => effects.candidates(family).map((one) => z.Not(effects.isPlanned(one)))),
    ...routes.map((entry) => onlyDefault(of, entry)),
  ];
}

function hasScope(of: Encoding, { effect }: Place): Truth {
  if (!('block' in effect) || typeof effect.scope === 'string' || Array.isArray(effect.scope))
    return of.z.Bool.val(true);
  const { fact } = effect.scope;
  return of.z.Or(...of.wordsOf(of.entry(fact)).map((word) => of.member(fact, word)));
}

/** No reason stands before the one that the catalogue gives a route of which nothing is said. */
function onlyDefault(of: Encoding, entry: RouteEntry): Truth {
  const { z } = of;
  const usual = entry.dormantBecause ?? entry.shutBecause;
  const given = reasonsOf(of, entry);
  const usualGiven = z.Or(...(given.get(usual) ?? []));
  const { headlines } = of.rules.ruleSet.catalogue;
  const rank = (code: string): string =>
    `${String(headlines.includes(code) ? headlines.indexOf(code) : headlines.length).padStart(3, '0')} ${code}`;
  return z.And(
    ...[...given]
      .filter(([code]) => code !== usual)
      .map(([code, whys]) => z.Or(z.Not(z.Or(...whys)), ...(rank(usual) < rank(code) ? [usualGiven] : []))),
  );
}

function reasonsOf(of: Encoding, { family }: RouteEntry): ReadonlyMap<string, Truth[]> {
  const { effects, z, rules } = of;
  const reasons = new Map<string, Truth[]>();
  const give = (code: string, why: Truth): void => {
    reasons.set(code, [...(reasons.get(code) ?? []), why]);
  };
  const speaks = (place: Place): Truth =>
    place.page.page.concerns === 'case' ? z.Not(of.is('item.settled', true)) : z.Bool.val(true);
  for (const place of effects.all) {
    const code = reasonOf(place, rules.ruleSet.catalogue.reasonOfBlocker);
    if (code === undefined) continue;
    give(code, z.And(effects.barsFamily(place, family), speaks(place)));
  }
  for (const candidate of effects.candidates(family))
    for (const { place, bars } of effects.barring(candidate)) {
      const code = reasonOf(place, rules.ruleSet.catalogue.reasonOfBlocker);
      if (code !== undefined) give(code, z.And(candidate.opens, bars));
    }
  for (const { page } of effects.all.filter(
    ({ effect }) => 'open' in effect && effect.open.split(':')[0] === family,
  )) {
    const [when] = page.conditions;
    if (when !== undefined) keptBy(of, when, z.Bool.val(true), give);
  }
  return reasons;
}

const reasonOf = ({ effect }: Place, ofBlocker: Readonly<Record<string, string>>): string | undefined => {
  if ('shut' in effect) return effect.reason;
  return 'block' in effect && effect.stage === 'remove'
    ? (ofBlocker[effect.block] ?? effect.block)
    : undefined;
};

/** Codes of the first failing part of a condition, each with what it takes to be given: what kept a route from being opened. */
function keptBy(
  of: Encoding,
  condition: Condition,
  so: Truth,
  give: (code: string, why: Truth) => void,
): void {
  const { z } = of;
  const fails = z.And(so, z.Not(of.truth(condition)));
  if (condition.else !== undefined) return give(condition.else, fails);
  if (condition.kind === 'leaf' || condition.word === 'not') return;
  let before = fails;
  for (const part of condition.parts) {
    keptBy(of, part, before, give);
    if (condition.word === 'all') before = z.And(before, of.truth(part));
    else if (part.else !== undefined) return;
  }
}
