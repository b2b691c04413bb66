import type { Mail, RouteCarry } from '../contracts/workflow-inputs.js';

/** A test on mail that also says what kind it is. */
export type Wants<M extends Mail> = (mail: Mail) => mail is M;
export type MailOf<K extends Mail['kind']> = Extract<Mail, { kind: K }>;

export const isOf =
  <K extends Mail['kind']>(...kinds: readonly K[]): Wants<MailOf<K>> =>
  (mail): mail is MailOf<K> =>
    kinds.some((kind) => kind === mail.kind);

export const isReply = isOf('reply');
export const isRevision = isOf('revision');
export const isVote = isOf('vote');
export const isVoteOrRevision = isOf('vote', 'revision');
export const isDispatchOrRevision = isOf('dispatch', 'revision');

export type DoneWhat = MailOf<'done'>['what'];

export const isDone =
  (what: DoneWhat): Wants<MailOf<'done'>> =>
  (mail): mail is MailOf<'done'> =>
    mail.kind === 'done' && mail.what === what;

/** Takes the oldest piece of mail that is wanted. Mail that no state wants stays, also over continue-as-new. */
export function take<M extends Mail>(carry: RouteCarry, wants: Wants<M>): M | null {
  const found = carry.mail.find(wants) ?? null;
  if (found) carry.mail = carry.mail.filter((mail) => mail !== found);
  return found;
}

export function takeAll<M extends Mail>(carry: RouteCarry, wants: Wants<M>): readonly M[] {
  const found = carry.mail.filter(wants);
  carry.mail = carry.mail.filter((mail) => !wants(mail));
  return found;
}
