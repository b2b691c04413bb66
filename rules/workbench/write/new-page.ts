import { dirname } from 'node:path';
import { toFill } from '../../engine/load/text.js';
import { ruleOf, sinceEver, type RuleSet } from '../../engine/rule-set/rule-set.js';

export type NewPage = { file: string; text: string; next: readonly string[] };

/**
 * A page to be filled in, beside its neighbours, and what comes next.
 * @param id such as S19, or S02.late for a second page of a rule
 * @returns undefined where no chapter has rules of this letter
 */
export function newPage(id: string, ruleSet: RuleSet): NewPage | undefined {
  const letter = /^[A-Z]{1,2}/.exec(id)?.[0] ?? '';
  const neighbour = [...ruleSet.pages.values()].find((page) => page.id.startsWith(letter) && letter !== '');
  if (neighbour === undefined) return undefined;
  const file = `${dirname(neighbour.file)}/${id}-to-be-named.yaml`;
  const declared = ruleSet.catalogue.rules[ruleOf(id)] !== undefined;
  return {
    file,
    text: skeleton(id, neighbour.concerns),
    next: [
      `Fill in every ${toFill}; the file is named after what the rule says.`,
      ...(declared ? [] : [`Name ${ruleOf(id)} in catalogue.yaml under rules:, with its state.`]),
      'rogatory rules check names what is still missing, by line.',
      `rogatory rules explain ${id} reads the page back in a sentence.`,
      `rogatory rules test --only ${id} says which part of it no example holds.`,
    ],
  };
}

const skeleton = (
  id: string,
  concerns: string,
): string => `# yaml-language-server: $schema=../schema/rule-page.json
vocabulary: 1
id: ${id}
title: ${toFill}
kind: policy
concerns: ${concerns}
status: unconfirmed
reference:
  - { instrument: ${toFill}, article: ${toFill}, mark: P, says: ${toFill} }
inForce: { from: "${sinceEver}" }
when:
  all:
    - { fact: ${toFill}, is: true }
then:
  - { open: ${toFill} }
because:
  en: ${toFill}
  ru: ${toFill}
examples:
  - { says: ${toFill}, given: {}, then: fires }
  - { says: ${toFill}, given: {}, then: does-not-fire }
  - { says: ${toFill}, given: {}, then: unknown }
`;
