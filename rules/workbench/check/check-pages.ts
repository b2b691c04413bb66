import { RuleSetError, type PageFault } from '../../engine/index.js';
import { holdTogether } from '../../engine/load/load.js';
import { readWritten, type Source } from '../../engine/load/source.js';
import { textOf } from '../../engine/load/text.js';
import type { Written } from '../../engine/load/written.js';
import type { Registers } from '../../engine/registers/index.js';
import { page as pageSchema, type WrittenPage } from '../../engine/schema/page.js';
import { findingOf, inOrder, type Finding } from '../finding.js';
import { inspect } from './check.js';

export type PageText = { file: string; text: string | Uint8Array };

/**
 * Pages that are not in the folder yet, held against the rules that are: a page takes the place of the one with its id or its
 * file. Only what is wrong with these pages is answered.
 * @param today YYYY-MM-DD
 */
export function checkPages(
  pages: readonly PageText[],
  { written, registers }: { written: Written; registers: Registers },
  today: string,
): Finding[] {
  const { whole, sources, faults } = withPages(pages, written);
  const files = new Set(sources.map(({ file }) => file));
  return inOrder([...faults.map((fault) => findingOf('does-not-hold', fault)), ...inspected()]);

  function inspected(): Finding[] {
    try {
      const ruleSet = holdTogether(whole);
      const found = inspect({ ruleSet, registers, today, written: { ...whole, pages: sources } });
      return found.filter(({ file }) => files.has(file));
    } catch (error) {
      if (!(error instanceof RuleSetError)) throw error;
      return error.faults.map((fault) => findingOf('does-not-hold', fault));
    }
  }
}

/** What is written, with pages in the place of those with their id or their file; what of them cannot be read is a fault. */
export function withPages(
  pages: readonly PageText[],
  written: Written,
): { whole: Written; sources: readonly Source<WrittenPage>[]; faults: readonly PageFault[] } {
  const read = pages.map(readPage);
  const faults = read.flatMap((one) => ('faults' in one ? one.faults : []));
  const sources = read.flatMap((one) => ('source' in one ? [one.source] : []));
  const files = new Set(sources.map(({ file }) => file));
  const rest = written.pages.filter(
    ({ file, content: { id } }) => !files.has(file) && !sources.some(({ content }) => content.id === id),
  );
  return { whole: { ...written, pages: [...rest, ...sources] }, sources, faults };
}

function readPage({ file, text }: PageText): { source: Source<WrittenPage> } | { faults: PageFault[] } {
  const read = textOf(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if ('faults' in read) return { faults: read.faults.map((fault) => ({ file, ...fault })) };
  try {
    return { source: readWritten<WrittenPage>(read.text, file, pageSchema) };
  } catch (error) {
    if (error instanceof RuleSetError) return { faults: [...error.faults] };
    throw error;
  }
}
