import { join } from 'node:path';
import { SettingsError, type Settings } from '../config/env.js';
import { createBlanks } from '../activities/documents/blank.js';
import { loadEmergencyPage, loadOfficePage } from '../rules/engine/index.js';
import type { EmergencyPage, OfficePage, RuleSet } from '../rules/engine/index.js';
import { rulesDir } from './rules-at-hand.js';

export const intakeDir = join(rulesDir, 'intake');

/**
 * The questions of the emergency lane, the printer of its blank, and the page of the office: its own by OFFICE_FILE, that of the training office in
 * training, none at a site that has not named one.
 * @throws RuleSetError with every fault of a page, SettingsError for a training page at a site
 */
export const intakeOf = (
  { place }: Pick<Settings, 'place'>,
  ruleSet: RuleSet,
): {
  emergency: EmergencyPage;
  office: OfficePage | null;
  blank: ReturnType<typeof createBlanks>;
} => ({
  emergency: loadEmergencyPage(intakeDir, ruleSet),
  office: officeOf(place, ruleSet),
  blank: createBlanks({ formsDir: join(rulesDir, 'documents') }),
});

/** The page of the office alone; nothing else of the system is needed for it. */
export function officeOf({ mode, officeFile }: Settings['place'], ruleSet: RuleSet): OfficePage | null {
  const own = officeFile ?? (mode === 'embedded' ? join(intakeDir, 'training-office.yaml') : undefined);
  if (own === undefined) return null;
  const page = loadOfficePage(own, ruleSet);
  if (page.training && mode === 'site')
    throw new SettingsError('✖ OFFICE_FILE names the page of a training office; a site needs its own');
  return page;
}
