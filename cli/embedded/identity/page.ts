import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { trainingSecondFactor } from './second-factor.js';

export type Account = { id: string; label: string; says: string };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const line = ({
  id,
  label,
  says,
}: Account): string => `<li><form method="post"><b>${escaped(label)}</b> ${escaped(says)}
<input type="hidden" name="account" value="${escaped(id)}">
<button name="factor" value="one">Sign in</button> <button name="factor" value="two">with second factor</button></form></li>`;

/** The list of everybody one can be in a training. */
export function signInPage(accounts: readonly Account[], apiOrigin: string, response: ServerResponse): void {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Training sign-in</title>
<h1>TRAINING - NOT A REQUEST</h1><p>Who are you today? A signature needs the second factor.</p>
<ul>${accounts.map(line).join('\n')}</ul></html>`;
  const policy = `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self' ${apiOrigin}`;
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    })
    .end(page);
}

const longestForm = 2_000;

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > longestForm) throw new Error('the form is too long');
  }
  return new URLSearchParams(text);
}

/** Signs in as the account of the form. Rejects when it names none. */
export async function acceptSignIn(
  provider: Provider,
  accounts: readonly Account[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = await formOf(request);
  const account = accounts.find(({ id }) => id === form.get('account'));
  if (account === undefined) throw new Error('nobody of this name');
  const [acr] = trainingSecondFactor.acr;
  const two = form.get('factor') === 'two' && acr !== undefined;
  const login = {
    accountId: account.id,
    remember: false,
    ...(two ? { acr, amr: ['pwd', 'otp'] } : { amr: ['pwd'] }),
  };
  await provider.interactionFinished(request, response, { login });
}
