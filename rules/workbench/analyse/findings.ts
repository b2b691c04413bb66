import { findingOf, inOrder, type Finding } from '../finding.js';
import type { PageFault } from '../../engine/index.js';
import type { Written } from '../../engine/load/written.js';
import type { Told } from './ask.js';
import type { Facts } from './case.js';
import type { At } from './question.js';

/** A finding with its name from one run to the next, and the case that shows it where there is one. */
export type Shown = Finding & { about: string; case?: Facts };

/** Answers that are not as they should be, at the places where a person mends them. */
export const shownIn = (told: readonly Told[], written: Written): Shown[] =>
  inOrder(told.map((one) => shownOf(one, written)));

function shownOf(told: Told, written: Written): Shown {
  const { question } = told;
  const check = told.is === 'undecided' ? 'undecided' : question.check;
  const says = told.is === 'undecided' ? undecided(told) : question.says;
  return {
    ...findingOf(check, placeOf(question.at, says, written)),
    about: question.about,
    ...('facts' in told && { case: told.facts }),
  };
}

const undecided = ({ question, facts }: Extract<Told, { is: 'undecided' }>): string =>
  facts === undefined
    ? `not told within the time whether ${question.check} (${question.about}) is so: give it more with --seconds`
    : `the solver and the engine do not agree on ${question.check} (${question.about}): nothing is known of it`;

function placeOf(at: At, says: string, { pages, dictionary, catalogue }: Written): PageFault {
  if ('page' in at) {
    const page = pages.find(({ content }) => content.id === at.page);
    if (page !== undefined) return page.faultAt(at.path, says);
  }
  if ('route' in at) {
    const place = catalogue.content.routes.findIndex(({ family }) => family === at.route);
    return catalogue.faultAt(['routes', place, 'family'], says);
  }
  const fact = 'fact' in at ? at.fact : '';
  const part = (['stored', 'derived'] as const).find((one) =>
    dictionary.content[one].some(({ id }) => id === fact),
  );
  const place = dictionary.content[part ?? 'stored'].findIndex(({ id }) => id === fact);
  return dictionary.faultAt([part ?? 'stored', place, 'id'], says);
}

/** A case in words: one fact a line, the rest is unknown. */
export const caseLines = ({ case: ofCase, item }: Facts): string[] =>
  Object.entries({ ...ofCase, ...item })
    .filter(([fact]) => fact !== 'asOf')
    .map(([fact, value]) => `${fact}: ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`);
