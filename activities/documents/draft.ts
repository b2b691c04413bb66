import type { DocumentForm } from '../../contracts/codes.js';
import { canonicalText, sha256 } from './digest.js';
import type { FormSet } from './forms.js';
import type { DraftMaterial } from './material.js';
import { UnprintableError, type Renderer } from './render.js';
import { resolveForm, type LetterContent, type MissingField } from './resolve-form.js';

export type Filled =
  | { complete: true; letters: readonly LetterContent[] }
  | { complete: false; missing: readonly MissingField[] };

/** Fills every form of a route. What is missing is named over all forms at once. */
export function fillForms(
  forms: readonly DocumentForm[],
  { set, material, training }: { set: FormSet; material: DraftMaterial; training: boolean },
): Filled {
  const context = { material, words: set.words, training };
  const resolved = forms.map((id) => resolveForm(set.forms[id], context));
  const missing = resolved.flatMap((one) => (one.complete ? [] : one.missing));
  if (missing.length > 0) return { complete: false, missing };
  return { complete: true, letters: resolved.flatMap((one) => (one.complete ? [one.content] : [])) };
}

export type DraftFile = {
  form: DocumentForm;
  mediaType: 'application/pdf' | 'application/json';
  bytes: Uint8Array;
};
export type Printed =
  | { complete: true; files: readonly DraftFile[]; digest: string }
  | { complete: false; missing: readonly MissingField[] };

/**
 * Prints the letters and takes one SHA-256 over all their files and over the slice of the case they rest on: an approval
 * binds both (specification C.2).
 */
export function printLetters(
  letters: readonly LetterContent[],
  { renderer, version, sliceDigest }: { renderer: Renderer; version: number; sliceDigest: string },
): Printed {
  const files: DraftFile[] = [];
  const missing: MissingField[] = [];
  for (const letter of letters) {
    try {
      const pdf = renderer.render(letter, version).bytes;
      const json = new TextEncoder().encode(canonicalText(letter));
      files.push({ form: letter.form, mediaType: 'application/pdf', bytes: pdf });
      files.push({ form: letter.form, mediaType: 'application/json', bytes: json });
    } catch (error) {
      if (!(error instanceof UnprintableError)) throw error;
      missing.push(...unprintable(letter, error.characters));
    }
  }
  if (missing.length > 0) return { complete: false, missing };
  const listed = files.map(({ form, mediaType, bytes }) => ({ form, mediaType, sha256: sha256(bytes) }));
  return { complete: true, files, digest: sha256(canonicalText({ sliceDigest, version, files: listed })) };
}

function unprintable(letter: LetterContent, characters: readonly string[]): MissingField[] {
  const says = `cannot be printed in this letter: ${characters.join(' ')}. Write it in letters of the Latin or Cyrillic script`;
  const hit = (data: unknown): boolean => characters.some((one) => canonicalText(data).includes(one));
  const fields = letter.fields.filter((field) => hit(field.lines));
  const named = fields.map((field) => ({
    field: `${letter.form}.${field.id}`,
    says: `${letter.form}, field ${field.number} "${field.title}" ${says}.`,
    facts: [],
  }));
  if (!hit(letter.schedule)) return named;
  return [
    ...named,
    { field: `${letter.form}.schedule`, says: `The schedule of items ${says}.`, facts: ['identifiers'] },
  ];
}
