import { diffWordsWithSpace } from 'diff';
import type { Paragraph } from '../contracts/letter.js';

export type Part = { is: 'SAME' | 'ADDED' | 'REMOVED'; text: string };
/** A paragraph of the newer version, or one that stands no more (`text: null`), and what became of it. */
export type ChangedParagraph = {
  paragraph: string;
  title: string;
  text: string | null;
  change: 'SAME' | 'CHANGED' | 'ADDED' | 'REMOVED' | null;
  parts: readonly Part[];
};

/** Words that may differ before a paragraph is shown as wholly replaced: a comparison takes no unbounded time. */
const mostEdits = 2_000;

/**
 * Compares two versions of a draft paragraph by paragraph, in the order of the newer one; those that stand no more come last.
 * Without an older version nothing is said of a change.
 */
export function paragraphChanges(
  newer: readonly Paragraph[],
  older: readonly Paragraph[] | null,
): readonly ChangedParagraph[] {
  if (older === null) return newer.map((one) => ({ ...one, change: null, parts: [] }));
  const before = new Map(older.map((one) => [one.paragraph, one.text]));
  const after = new Set(newer.map(({ paragraph }) => paragraph));
  const gone = older.filter(({ paragraph }) => !after.has(paragraph));
  return [
    ...newer.map((one) => ({ ...one, ...changeOf(before.get(one.paragraph), one.text) })),
    ...gone.map(({ text, ...one }): ChangedParagraph => {
      return { ...one, text: null, change: 'REMOVED', parts: [{ is: 'REMOVED', text }] };
    }),
  ];
}

function changeOf(before: string | undefined, after: string): Pick<ChangedParagraph, 'change' | 'parts'> {
  if (before === undefined) return { change: 'ADDED', parts: [{ is: 'ADDED', text: after }] };
  if (before === after) return { change: 'SAME', parts: [] };
  return { change: 'CHANGED', parts: partsOf(before, after) };
}

const partsOf = (before: string, after: string): Part[] =>
  diffWordsWithSpace(before, after, { maxEditLength: mostEdits })?.map(({ added, removed, value }) => ({
    is: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
    text: value,
  })) ?? [
    { is: 'REMOVED', text: before },
    { is: 'ADDED', text: after },
  ];
