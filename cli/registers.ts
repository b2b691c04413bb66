import { valueOn } from '../rules/engine/index.js';
import { staleEntries, type Stale } from '../rules/workbench/registers/stale.js';
import { dayOn } from './days.js';
import { rulesAtHand } from './rules-at-hand.js';

/**
 * `rogatory registers stale [--on DAY] [--json]`: entries that are no ground to act on before their source is read again.
 * Ends with 1 where there are any.
 */
export function staleRegisters({ on, json }: { on?: string; json: boolean }): void {
  const day = dayOn(on);
  const { ruleSet, registers } = rulesAtHand();
  const limit = ruleSet.parameters.get('register.ageLimit');
  const limitDays = Number((limit && valueOn(limit, day)) ?? 0);
  const stale = staleEntries(registers, day, limitDays);
  if (stale.length > 0) process.exitCode = 1;
  if (json) return console.log(JSON.stringify({ day, limitDays, stale }, null, 2));
  for (const one of stale) console.log(lineOf(one));
  console.log(`${stale.length} entries are to be read again by ${day}; the limit is ${limitDays} days.`);
}

const words: Record<Stale['why'], string> = {
  'low-confidence': 'not sure enough',
  'never-checked': 'never checked against a dated copy',
  'too-old': 'checked too long ago',
};

const lineOf = ({ at, why, lastChecked, over, source }: Stale): string =>
  `${at}: ${words[why]}${lastChecked === null ? '' : `, last on ${lastChecked}`}${
    over === null ? '' : `, ${over} days over`
  } (${source})`;
