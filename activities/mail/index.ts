import type { SweepActivities } from '../../contracts/activities.js';
import type { MailContent, MailLanguage } from '../../contracts/notices.js';
import {
  climbNotices,
  mailBacklog,
  settleMail,
  systemAct,
  takeMails,
  type MailToSend,
  type Store,
} from '../../store/index.js';
import { composeDigest, composeNotice, type Composed, type Setting } from './compose.js';
import { PostFault, type Post } from './post.js';
import type { MailTexts } from './texts.js';

export type MailDeps = {
  store: Store;
  clock: () => Date;
  post: Post;
  mailTexts: ReadonlyMap<MailLanguage, MailTexts>;
  /** Address by which people reach the API, without a slash at its end. */
  baseUrl: string;
  mode: 'embedded' | 'site';
  /** Zone of a State, for a person who names none. */
  zoneOf: (state: string) => string | undefined;
};

const batch = 20;
const batchesPerSweep = 20;
// Longer than an attempt may take, so that no mail is in two hands.
const leaseSeconds = 120;

/** Sends what waits in the mail outbox: at least once, and for as long as it takes. */
export function createMail(deps: MailDeps): Pick<SweepActivities, 'climbNotices' | 'sendMails'> {
  const { store, clock } = deps;
  const now = (): string => clock().toISOString();

  async function attempt(mail: MailToSend): Promise<boolean> {
    const fault = await faultOfSending(deps, mail);
    const { id, attempts } = mail;
    await store.transaction((tx) => settleMail(tx, { id, attempts, fault, at: now() }));
    return fault === null;
  }

  return {
    async climbNotices() {
      let climbed = 0;
      for (let count = 0; count < batchesPerSweep; count += 1) {
        const act = systemAct('notices', now());
        const due = await store.transaction((tx) => climbNotices(tx, act, batch));
        climbed += due.climbed;
        if (due.climbed < batch) break;
      }
      return { climbed };
    },

    async sendMails() {
      let sent = 0;
      for (let count = 0; count < batchesPerSweep; count += 1) {
        const mails = await store.transaction((tx) =>
          takeMails(tx, { at: now(), leaseSeconds, limit: batch }),
        );
        const went = await Promise.all(mails.map(attempt));
        sent += went.filter(Boolean).length;
        if (!went.some(Boolean)) break; // Nothing is due, or the server does not answer: the next sweep tries again.
      }
      return { sent, left: (await mailBacklog(store.read)).waiting };
    },
  };
}

/** `null` when it was sent, else why not, as a code. */
async function faultOfSending(deps: MailDeps, mail: MailToSend): Promise<string | null> {
  const { id, address, language, content } = mail;
  if (address === null) return 'NO_ADDRESS';
  try {
    await deps.post.send({ id, to: address, ...composed(content, settingOf(deps, mail, language)) });
    return null;
  } catch (error) {
    return error instanceof PostFault ? error.message : 'NOT_COMPOSED';
  }
}

const composed = (content: MailContent, setting: Setting): Composed =>
  content.kind === 'DIGEST' ? composeDigest(content, setting) : composeNotice(content, setting);

function settingOf({ mailTexts, zoneOf, baseUrl, mode }: MailDeps, mail: MailToSend, language: MailLanguage) {
  const texts = mailTexts.get(language);
  if (!texts) throw new Error(`There are no mail texts in ${language}.`);
  return { texts, zone: mail.zone ?? zoneOf(mail.state) ?? 'UTC', baseUrl, mode };
}
