import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createIssuer } from '../../../api/identity/issuer.js';
import type { Identity } from '../../../api/identity/caller.js';
import { createMachineTokens } from '../../../api/identity/machines.js';
import { createSignIn } from '../../../api/identity/sign-in.js';
import { linkIdentity, systemAct, type SessionLimits, type Store } from '../../../store/index.js';
import { isFree } from '../../../worker/temporal/ports.js';
import type { TrainingPerson } from '../training-people.js';
import { startProvider, type IdentityProvider } from './provider.js';
import { trainingSecondFactor } from './second-factor.js';

export type TrainingIdentity = { identity: Identity; provider: IdentityProvider };

const audience = 'urn:rogatory:training:api';
const clientId = 'rogatory';

/**
 * The identity provider of the training system and the API as its client: the same code path as at a site, with a provider
 * in this process. `portFile` keeps its port, so that the links of the last start still hold.
 */
export async function openTrainingIdentity({
  apiAddress,
  people,
  limits,
  portFile,
}: {
  apiAddress: string;
  people: readonly TrainingPerson[];
  limits: SessionLimits;
  portFile: string;
}): Promise<TrainingIdentity> {
  const secret = (): string => randomBytes(32).toString('base64url');
  const redirectUri = `${apiAddress}/v1/session/callback`;
  const client = { id: clientId, secret: secret(), redirectUri };
  const accounts = people.map(({ id, label, roles }) => ({ id, label, says: roles.join(', ') }));
  const machine = { id: 'training-machine', secret: secret() };
  const port = await lastPort(portFile);
  const provider = await startProvider({ accounts, client, machine, audience, port });
  writeFileSync(portFile, new URL(provider.issuer).port);
  const issuer = createIssuer({ issuer: provider.issuer, clientId, clientSecret: client.secret });
  const signIn = createSignIn(issuer, { redirectUri, accepted: trainingSecondFactor });
  const machines = createMachineTokens(issuer, audience);
  return { provider, identity: { signIn, machines, origin: apiAddress, secure: false, limits } };
}

/** Links every training person to the account of the same name. */
export async function linkTrainingPeople(
  store: Store,
  issuer: string,
  people: readonly TrainingPerson[],
  at: string,
): Promise<void> {
  const act = systemAct('start', at);
  await store.transaction(async (tx) => {
    for (const { id } of people) await linkIdentity(tx, act, { issuer, subject: id }, { personId: id });
  });
}

/** The port of the last start where it is free, otherwise 0, which takes a free one. */
async function lastPort(portFile: string): Promise<number> {
  const kept = Number(textOf(portFile));
  return Number.isInteger(kept) && kept > 0 && kept < 65536 && (await isFree(kept)) ? kept : 0;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
