import { bothParty, planned, type Case, type View } from './view.js';

/** M05, M13 and H02: questions about the case. */
export function questionsOfCase(c: Case): void {
  const { suspectMinor, victimMinor } = c.facts.persons;
  if (c.facts.proceedings.stage === null) c.ledger.ask('M05', 'STAGE');
  if (suspectMinor === null || victimMinor === null) c.ledger.ask('M13', 'AGE');
  if (suspectMinor !== false || victimMinor !== false) c.ledger.guard('H02', 'CHILD_PROTECTION');
}

/** M01, M02, M07, M10, M12, M14 for an item left after phase 3. */
export function questionsOfItem(c: Case, view: View): void {
  const { item } = view;
  if (item.duplicateOf) return;
  if (!view.known) c.ledger.ask('M01', 'PROVIDER');
  if (view.known && view.state === null) c.ledger.ask('M02', 'CONTROLLER_STATE');
  if (item.volatility === null || item.volatility === 'UNKNOWN') c.ledger.fire('M07');
  const treatyOrMla = planned(c, view, 'MLA') || planned(c, view, 'ART29') || planned(c, view, 'UNCC');
  if (treatyOrMla && view.relation?.language === null) c.ledger.ask('M10', 'LANGUAGE');
  const open = view.known && !view.epoc && !view.realTime && bothParty(view, 'BUDAPEST');
  if (open && item.intendMla === 'UNKNOWN' && !item.preservation.active) c.ledger.ask('M12', 'INTENT_MLA');
}

/** M14: an entry of a register that the decision rests on is older than 180 days. */
export function staleEntries(c: Case, view: View): void {
  const readsState = view.left || view.securedOnly || view.settledBy === 'L02';
  const readsProvider = view.known && (readsState || ['L05', 'L08'].includes(view.settledBy ?? ''));
  const state = readsState && isOld(c, view.relation?.lastChecked);
  if (state || (readsProvider && isOld(c, view.item.provider.lastChecked)))
    c.ledger.ask('M14', 'TREATY_DATA_CHECK');
}

function isOld(c: Case, checked: string | undefined): boolean {
  if (checked === undefined) return false;
  return (Date.parse(c.facts.asOf) - Date.parse(checked)) / 86_400_000 > 180;
}
