import type { Role } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { ErrorCode, Fault } from '../contracts/errors.js';
import type { FactAnswer, StoredValue } from '../contracts/facts.js';
import type { AnswerFault, RuleSet } from '../rules/engine/index.js';
import type { AnswerToRecord, Person } from '../store/index.js';
import { entryOf, valueOf } from './dictionary.js';
import type { StoredFact } from './dictionary.js';

type Refusal = { code: ErrorCode; faults: readonly Fault[] };
type Checked = { answer: AnswerToRecord; roles: readonly Role[] };

/** Where a part of an answer stood in the body: its place in the list, and `/fact`, `/item`, `/value...` or nothing. */
export type PlaceOf = (index: number, part: string) => string;
export const inList: PlaceOf = (index, part) => `/answers/${index}${part}`;

/**
 * Holds answers against the dictionary: the fact exists, is asked and not computed, is no decision, is the person's to
 * set, belongs to the case or to an item that exists, and the value fits. Answers the one role the person records them in.
 * Throws the code of the first refusal with the faults of all answers of that code.
 */
export function checkAnswers(
  ruleSet: RuleSet,
  person: Person,
  file: { items: readonly string[] },
  answers: readonly FactAnswer[],
  placeOf: PlaceOf = inList,
): { role: Role; answers: AnswerToRecord[] } {
  const read = answers.map((answer, index) =>
    checkOne(ruleSet, person, file.items, answer, (part) => placeOf(index, part)),
  );
  const refusals = read.filter((one): one is Refusal => 'code' in one);
  if (refusals[0]) throw refusalOf(refusals[0].code, refusals);
  refuseTwice(answers, placeOf);
  const checked = read.filter((one): one is Checked => 'answer' in one);
  return { role: oneRole(person, checked), answers: checked.map(({ answer }) => answer) };
}

function checkOne(
  ruleSet: RuleSet,
  person: Person,
  items: readonly string[],
  answer: FactAnswer,
  at: (part: string) => string,
): Checked | Refusal {
  const refuse = (code: ErrorCode, place: string, detail: string): Refusal => ({
    code,
    faults: [{ pointer: at(place), detail }],
  });
  const entry = entryOf(ruleSet, answer.fact);
  if ('unknown' in entry) return refuse('FACT_UNKNOWN', '/fact', entry.unknown);
  if ('computed' in entry) return refuse('FACT_IS_DERIVED', '/fact', entry.computed);
  const { asked } = entry;
  if (asked.decision)
    return refuse('FACT_IS_A_DECISION', '/fact', `Record the decision ${asked.decision.kind}.`);
  const roles = rolesThatSet(asked);
  const own = person.roles.filter((role) => roles.includes(role));
  if (own.length === 0) return refuse('FACT_NOT_YOURS_TO_SET', '/fact', whoSets(asked));
  const place = placeFault(asked, items, answer.item);
  if (place !== null) return refuse(place.code, '/item', place.detail);
  const value = valueOf(ruleSet, answer);
  if ('fault' in value) return valueRefusal(value, (part) => at(`/value${part}`));
  return { answer: recordOf(answer, value.value), roles: own };
}

/** A value that does not fit, place by place where it has parts. */
const valueRefusal = ({ fault, faults }: AnswerFault, at: (part: string) => string): Refusal => ({
  code: 'FACT_VALUE_INVALID',
  faults: faults?.map((one) => ({ ...one, pointer: at(one.pointer) })) ?? [
    { pointer: at(''), detail: fault },
  ],
});

const rolesThatSet = ({ setBy }: StoredFact): readonly Role[] => (typeof setBy === 'string' ? [] : setBy);

function whoSets({ id, setBy }: StoredFact): string {
  if (setBy === 'register')
    return `"${id}" comes out of a register; whoever doubts it corrects the register.`;
  return setBy === 'system'
    ? `"${id}" is written by the system.`
    : `"${id}" is answered by ${setBy.join(' or ')}.`;
}

function placeFault(
  { id, scope }: StoredFact,
  items: readonly string[],
  item: string | undefined,
): { code: ErrorCode; detail: string } | null {
  if (scope === 'item' && item === undefined)
    return { code: 'ITEM_UNKNOWN', detail: `"${id}" is a fact of an item: name the item.` };
  if (scope === 'case' && item !== undefined)
    return { code: 'ITEM_UNKNOWN', detail: `"${id}" is a fact of the case: leave the item out.` };
  if (item === undefined || items.includes(item)) return null;
  return {
    code: 'ITEM_UNKNOWN',
    detail: `The case has no item "${item}"; it has ${items.join(', ') || 'none'}.`,
  };
}

const recordOf = ({ fact, item, known, source }: FactAnswer, value: StoredValue): AnswerToRecord => ({
  fact,
  item: item ?? null,
  known,
  value,
  source,
});

/** Two answers to one question in one request: neither is the later one. */
function refuseTwice(answers: readonly FactAnswer[], placeOf: PlaceOf): void {
  const places = answers.map(({ fact, item }) => `${fact} ${item ?? ''}`);
  const faults = places.flatMap((place, index) =>
    places.indexOf(place) === index
      ? []
      : [{ pointer: placeOf(index, ''), detail: 'Answered above already.' }],
  );
  if (faults.length > 0) throw new RogatoryError('BODY_INVALID', { faults });
}

/** The role in which all answers can be recorded; somebody with two roles sends what only one of them may set apart. */
function oneRole({ roles }: Person, checked: readonly Checked[]): Role {
  const role = roles.find((one) => checked.every((answer) => answer.roles.includes(one)));
  if (role) return role;
  throw new RogatoryError('FACT_NOT_YOURS_TO_SET', {
    about: 'No single role of yours sets all of these; send the answers of each role apart.',
  });
}

function refusalOf(code: ErrorCode, refusals: readonly Refusal[]): RogatoryError {
  const faults = refusals.filter((one) => one.code === code).flatMap((one) => one.faults);
  return new RogatoryError(code, { about: faults.map(({ detail }) => detail).join(' '), faults });
}
