import { languages, type Language } from '../rules/engine/index.js';
import { InputError } from './input.js';

/** A language that the office writes in. Throws InputError naming all of them. */
export function languageOf(lang: string): Language {
  const found = languages.find((one) => one === lang);
  if (found === undefined) throw new InputError([`USAGE  --lang is one of ${languages.join(', ')}.`]);
  return found;
}
