import { createTransport } from 'nodemailer';
import { trainingMark } from './compose.js';

/** One mail as it leaves. `id` is the same for every attempt, so that who gets it twice can tell. */
export type Letter = { id: string; to: string; subject: string; text: string };

/** Gives a mail to whoever carries it; rejects with a `PostFault` where that was refused or nobody answered. */
export type Post = { send(letter: Letter): Promise<void>; close(): void };

/** Why a mail did not leave, as a code that names no address: `ECONNECTION`, `EENVELOPE 550`. */
export class PostFault extends Error {
  override name = 'PostFault';
}

const seconds = 1000;

/**
 * The mail server of the office. The training mark stands in a header of every mail of the training system.
 * @param url `smtp://` or `smtps://`, with name and password where the server asks for them
 * @param from address of the sender, bare or `Name <address>`
 */
export function openPost({
  url,
  from,
  mode,
}: {
  url: string;
  from: string;
  mode: 'embedded' | 'site';
}): Post {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 20 * seconds,
  });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'rogatory.invalid';
  return {
    async send({ id, to, subject, text }) {
      const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated' };
      if (mode === 'embedded') headers['X-Training'] = trainingMark;
      const letter = { from, to, subject, text, headers, messageId: `<${id}@${domain}>` };
      await transport.sendMail(letter).catch((error: unknown) => {
        throw new PostFault(faultOf(error));
      });
    },
    close: () => transport.close(),
  };
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
  return 'responseCode' in error && typeof error.responseCode === 'number'
    ? `${code} ${error.responseCode}`
    : code;
}
