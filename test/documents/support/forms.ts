import { fileURLToPath } from 'node:url';
import type { DocumentForm } from '../../../contracts/codes.js';
import type { Lot } from '../../../contracts/determination.js';
import { fillForms } from '../../../activities/documents/draft.js';
import { loadForms } from '../../../activities/documents/forms.js';
import type { DraftMaterial } from '../../../activities/documents/material.js';
import { createRenderer } from '../../../activities/documents/render.js';
import type { LetterContent, MissingField } from '../../../activities/documents/resolve-form.js';
import { aDraft, aLot } from './a-draft.js';

export const formsDir = fileURLToPath(new URL('../../../rules/documents/', import.meta.url));
export const formSet = loadForms(formsDir);
export const renderer = createRenderer();

/** The lot under which each form is used. */
export const lotOf: Record<DocumentForm, Partial<Lot>> = {
  'D-01': {},
  'D-02': { route: 'ART29', family: 'ART29', addressee: 'US', basis: ['BUDAPEST-29'] },
  'D-03': {
    route: 'ART30',
    family: 'ART30',
    measure: 'PARTIAL_DISCLOSE',
    addressee: 'US',
    basis: ['BUDAPEST-30'],
    categories: ['TRAFFIC'],
  },
  'D-04': {
    route: 'PROV_DISC',
    family: 'PROV_DISC',
    measure: 'DISCLOSE',
    basis: ['PROVIDER-POLICY', 'US-SCA-2702c6'],
  },
  'D-05': {
    route: 'EDR',
    family: 'EDR',
    measure: 'EMERGENCY_DISCLOSE',
    basis: ['US-SCA-2702c4'],
    categories: ['SUBSCRIBER', 'CONTENT'],
  },
  'D-06': {
    route: 'P2P:INTERPOL',
    family: 'P2P',
    measure: 'IDENTIFY',
    addressee: 'US',
    basis: ['INTERPOL-CONST-2'],
  },
  'D-07': {
    route: 'MLA:BILATERAL',
    family: 'MLA',
    measure: 'PRODUCE',
    addressee: 'US',
    basis: ['BILATERAL-MLA', 'UNTOC-18'],
    safeguards: ['US_PROBABLE_CAUSE_FACTS'],
  },
};

export const materialFor = (form: DocumentForm, more: Partial<DraftMaterial> = {}): DraftMaterial =>
  aDraft({ lot: aLot(lotOf[form]), ...more });

/** What filling one form gives: a letter, or what it lacks. */
export function filled(
  form: DocumentForm,
  material: DraftMaterial,
  { training = true }: { training?: boolean } = {},
): { letter: LetterContent | undefined; missing: readonly MissingField[] } {
  const outcome = fillForms([form], { set: formSet, material, training });
  return outcome.complete
    ? { letter: outcome.letters[0], missing: [] }
    : { letter: undefined, missing: outcome.missing };
}

/** The letter of a form whose material is complete. */
export function letterOf(
  form: DocumentForm,
  material: DraftMaterial,
  mode: { training?: boolean } = {},
): LetterContent {
  const { letter, missing } = filled(form, material, mode);
  if (letter === undefined) throw new Error(missing.map((one) => one.says).join('\n'));
  return letter;
}
