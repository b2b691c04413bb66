import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import {
  beginSession,
  beginSignIn,
  endSessionOfSecret,
  personOfIdentity,
  takeSignIn,
} from '../../store/index.js';
import type { AppDeps } from '../deps.js';
import type { Identity } from '../identity/caller.js';
import { giveSecret, newSecret, secretIn, takeSecret } from '../identity/cookies.js';
import { answers } from '../problem.js';

const tags = ['session'];
const signInMinutes = 10;

/** Only a path of this system: whoever signs in is sent nowhere else. */
const ownPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/, 'a path of this system, beginning with one slash')
  .default('/docs');
const beginQuery = z.strictObject({ factor: z.enum(['second']).optional(), returnTo: ownPath });
const answerQuery = z.looseObject({});
const onward = { description: 'Onward, by `Location`.', content: { 'text/plain': { schema: z.string() } } };

/** Signing in: the two addresses that a browser visits before anybody is known. */
export const sessionRoutes =
  ({ store, clock }: AppDeps, identity: Identity): FastifyPluginAsyncZod =>
  async (app) => {
    const { signIn, secure, limits } = identity;

    app.get(
      '/session/login',
      {
        config: { limit: 'signIns' },
        schema: {
          tags,
          summary: 'Sign in at the identity provider',
          description: '`factor=second` asks for the second factor, which grave acts need.',
          security: [],
          querystring: beginQuery,
          response: answers({ 302: onward }, 'IDENTITY_PROVIDER_SILENT', 'RATE_LIMITED'),
        },
      },
      async (request, reply) => {
        const { factor, returnTo } = request.query;
        const secondFactor = factor === 'second';
        const { url, ...expected } = await signIn.begin({ secondFactor });
        const now = clock();
        const secret = newSecret();
        const expiresAt = new Date(now.getTime() + signInMinutes * 60_000).toISOString();
        const row = { ...expected, secret, secondFactor, returnTo, expiresAt, at: now.toISOString() };
        await store.transaction((tx) => beginSignIn(tx, row));
        giveSecret(reply, 'sign-in', secure, secret);
        return reply.type('text/plain').redirect(url);
      },
    );

    app.get(
      '/session/callback',
      {
        config: { limit: 'signIns' },
        schema: {
          tags,
          summary: 'Where the identity provider sends the browser back',
          security: [],
          querystring: answerQuery,
          response: answers(
            { 302: onward },
            'SIGN_IN_FAILED',
            'SUBJECT_UNKNOWN',
            'IDENTITY_PROVIDER_SILENT',
            'RATE_LIMITED',
          ),
        },
      },
      async (request, reply) => {
        const at = clock().toISOString();
        const begun = secretIn(request, 'sign-in', secure);
        takeSecret(reply, 'sign-in', secure);
        const expected = begun && (await store.transaction((tx) => takeSignIn(tx, begun, at)));
        if (!expected)
          throw new RogatoryError('SIGN_IN_FAILED', {
            about: 'it was not begun in this browser, or too long ago',
          });
        const vouched = await signIn.finish(request.url.split('?')[1] ?? '', expected);
        const before = secretIn(request, 'session', secure);
        const secret = newSecret();
        await store.transaction(async (tx) => {
          const person = await personOfIdentity(tx, vouched);
          if (person === null) throw new RogatoryError('SUBJECT_UNKNOWN');
          if (before !== null) await endSessionOfSecret(tx, before, at);
          await beginSession(tx, at, { ...vouched, secret, person, limits });
        });
        giveSecret(reply, 'session', secure, secret);
        return reply.type('text/plain').redirect(expected.returnTo);
      },
    );
  };
