import { machineActions } from '../../authority/index.js';
import type { PersonAct } from '../actor.js';
import type { MachineChange } from '../schema-people.js';
import type { Bare, Tx } from '../tx.js';
import { unitById } from './directory.js';
import { linkIdentity, registerMachine, type Machine } from './identities.js';

/** Why a machine cannot become what is asked; `null` when it can. */
export async function whyNotMachine(read: Bare, id: string, change: MachineChange): Promise<string | null> {
  const { unitId, label, actions, identity } = change;
  const before = await machineById(read, id);
  if (before === null && [unitId, label, actions, identity].some((part) => part === undefined))
    return 'a new machine needs unitId, label, actions and identity';
  if (before && changesNothing(before, change)) return 'it is so already';
  const unit = unitId === undefined ? null : await unitById(read, unitId);
  if (unitId !== undefined && (unit === null || unit.closed)) return `there is no open unit ${unitId}`;
  const beyond = actions?.find((action) => !machineActions.some((may) => may === action));
  return beyond === undefined ? null : `no machine may ${beyond}`;
}

const changesNothing = (before: MachineRow, { unitId, label, actions, identity, closed }: MachineChange) =>
  identity === undefined &&
  (unitId ?? before.unitId) === before.unitId &&
  (label ?? before.label) === before.label &&
  (actions ?? before.actions).join() === before.actions.join() &&
  (closed ?? !before.active) === !before.active;

/** Lets a machine in, changes what it may ask for, closes it or opens it again. Throws IDENTITY_TAKEN. */
export async function applyMachine(
  tx: Tx,
  act: PersonAct,
  id: string,
  { unitId, label, actions, identity, closed }: MachineChange,
): Promise<void> {
  const before = await machineById(tx, id);
  await registerMachine(tx, act, {
    id,
    unitId: unitId ?? before?.unitId ?? '',
    label: label ?? before?.label ?? '',
    actions: actions ?? before?.actions ?? [],
    active: closed === undefined ? (before?.active ?? true) : !closed,
  });
  if (identity !== undefined) await linkIdentity(tx, act, identity, { serviceId: id });
}

type MachineRow = Machine & { active: boolean };

/** A machine, let in or closed; `null` where there is none of that id. */
export async function machineById({ db }: Bare, id: string): Promise<MachineRow | null> {
  const row = await db.selectFrom('serviceAccounts').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Machines by id. */
export const listMachines = (
  { db }: Bare,
  { after, limit }: { after?: string; limit: number },
): Promise<MachineRow[]> => {
  const select = db.selectFrom('serviceAccounts').selectAll().orderBy('id').limit(limit);
  return (after === undefined ? select : select.where('id', '>', after)).execute();
};
