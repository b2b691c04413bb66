import type { Language } from '../../engine/schema/texts.js';

/** A part of a report: sentences, or a table. One that is `within` stands under the last that is not. */
export type Block = { head: string; within?: boolean } & (
  { lines: readonly string[] } | { columns: readonly string[]; rows: readonly (readonly string[])[] }
);

/** What the workbench tells people who open no terminal; written as Markdown, as HTML, or printed. */
export type Report = {
  language: Language;
  title: string;
  /** Said on every page: a draft translation. */
  mark?: string;
  blocks: readonly Block[];
};
