import { fileURLToPath } from 'node:url';
import type { RouteFamily, Urgency } from '../../../contracts/codes.js';
import type { RouteTerms } from '../../../contracts/plan.js';
import { loadLifeCycles, termsOf } from '../../../rules/engine/merge/terms.js';
import type { LifeCyclePage } from '../../../rules/engine/schema/life-cycle.js';

const pages = loadLifeCycles(fileURLToPath(new URL('../../../rules/life-cycles/', import.meta.url)));

export function pageOf(family: RouteFamily): LifeCyclePage {
  const page = pages.get(family);
  if (!page) throw new Error(`no page of ${family}`);
  return page;
}

export const familiesWithPages = [...pages.keys()];

/** The terms that the page of a family gives, as a plan would carry them. */
export const lawfulTerms = (
  family: RouteFamily,
  urgency: Urgency = 'ROUTINE',
  channel = 'G7_24_7',
): RouteTerms =>
  termsOf(pageOf(family), {
    urgency,
    categories: ['CONTENT'],
    channel,
    keptFor: { amount: 180, unit: 'day' },
  });
