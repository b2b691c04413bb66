import { createHmac, randomUUID } from 'node:crypto';
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIssuer } from '../../api/identity/issuer.js';
import { createMachineTokens } from '../../api/identity/machines.js';
import { createSignIn } from '../../api/identity/sign-in.js';
import { auditOf, leave, linkIdentity, registerMachine, systemAct } from '../../store/index.js';
import { Browser } from '../support/browser.js';
import {
  apiOrigin,
  machine,
  machineToken,
  publicKeyOf,
  startIdentity,
  type TestIdentity,
} from '../support/identity.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aRoute, askSignature } from './running-route.js';

let h: Harness;
let provider: TestIdentity;
const linked = ['officer', 'supervisor', 'outsideSupervisor', 'administrator', 'adviser'] as const;

beforeAll(async () => {
  provider = await startIdentity([...linked, 'stranger']);
  h = await startHarness({ identity: provider.identity });
  const act = systemAct('test', h.clock.now.toISOString());
  const { issuer } = provider;
  await h.store.transaction(async (tx) => {
    for (const personId of linked) await linkIdentity(tx, act, { issuer, subject: personId }, { personId });
    const account = {
      id: 'machine:portal',
      unitId: 'unit-cyber-kz',
      label: 'portal',
      actions: ['rules.read'],
    };
    await registerMachine(tx, act, account);
    await linkIdentity(tx, act, { issuer, subject: machine.id }, { serviceId: account.id });
  });
});
beforeEach(() => {
  h.clock.now = new Date();
});
afterAll(async () => {
  await h.stop();
  await provider.stop();
});

const issuerAt = (issuer: string) =>
  createIssuer({ issuer, clientId: 'rogatory', clientSecret: 'x'.repeat(20) });
const browser = () => new Browser(h.app, apiOrigin);
const sessionOf = (one: Browser) => one.jar(apiOrigin).get('rogatory-session');
const later = (minutes: number) => {
  h.clock.now = new Date(h.clock.now.getTime() + minutes * 60_000);
};
async function me(one: Browser) {
  const seen = await one.visit('/v1/people/me');
  return { status: seen.status, id: seen.status === 200 ? at(JSON.parse(seen.text), 'id') : null };
}
const code = (seen: { text: string }): unknown => at(JSON.parse(seen.text), 'code');
const post = (one: Browser, url: string, body: object, more: Record<string, string> = {}) =>
  h.app.inject({
    method: 'POST',
    url,
    payload: body,
    headers: { origin: apiOrigin, 'idempotency-key': randomUUID(), ...one.headers, ...more },
  });
const signOut = (one: Browser, headers: Record<string, string> = { origin: apiOrigin }) =>
  h.app.inject({ method: 'DELETE', url: '/v1/session', headers: { ...one.headers, ...headers } });

describe('signing in', () => {
  it('leads through the provider to the person who is linked, and back to where one began', async () => {
    const one = browser();
    const callback = await one.toCallback('officer', {
      at: '/v1/session/login?returnTo=/docs/static/index.html',
    });
    const seen = await one.visit(callback);
    expect(seen).toMatchObject({ status: 302, location: '/docs/static/index.html' });
    expect(await me(one)).toEqual({ status: 200, id: 'officer' });
    const entries = await auditOf(h.store.read, { limit: 5000 });
    expect(entries.filter(({ verb }) => verb === 'SIGNED_IN').at(-1)).toMatchObject({
      actor: { kind: 'person', personId: 'officer' },
    });
  });

  it('sends state, nonce and a challenge by S256, and keeps neither verifier nor session in the clear', async () => {
    const one = browser();
    const begun = new URL((await one.visit('/v1/session/login')).location ?? '');
    const sent = Object.fromEntries(begun.searchParams);
    expect(sent).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(sent[name]?.length).toBeGreaterThan(40);
    await one.visit(await one.through(begun.href, 'officer'));
    const secret = sessionOf(one) ?? '';
    const rows = await h.store.read.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(
      await h.store.read.db
        .selectFrom('signIns')
        .selectAll()
        .where('state', '=', sent['state'] ?? '')
        .execute(),
    ).toEqual([]);
  });

  it('makes nobody: a subject that is not linked is refused with what to do', async () => {
    const one = browser();
    const seen = await one.signIn('stranger');
    expect([seen.status, code(seen)]).toEqual([403, 'SUBJECT_UNKNOWN']);
    expect(sessionOf(one)).toBeUndefined();
    expect(
      await h.store.read.db.selectFrom('persons').select('id').where('id', '=', 'stranger').execute(),
    ).toEqual([]);
  });

  it.each(['//elsewhere.test', 'https://elsewhere.test/', '/\\elsewhere.test', 'docs', '/a\\b'])(
    'leads back to no other place: %s',
    async (returnTo) => {
      const seen = await browser().visit(`/v1/session/login?returnTo=${encodeURIComponent(returnTo)}`);
      expect([seen.status, code(seen)]).toEqual([422, 'PARAMETER_INVALID']);
    },
  );

  it('is over after ten minutes, and works once', async () => {
    const one = browser();
    const callback = await one.toCallback('officer');
    const copy = new Map(one.jar(apiOrigin));
    expect((await one.visit(callback)).status).toBe(302);
    copy.forEach((value, name) => one.jar(apiOrigin).set(name, value));
    const again = await one.visit(callback);
    expect([again.status, code(again)]).toEqual([401, 'SIGN_IN_FAILED']);
    const two = browser();
    const late = await two.toCallback('officer');
    later(11);
    expect(code(await two.visit(late))).toBe('SIGN_IN_FAILED');
  });
});

describe('an answer of the provider', () => {
  it.each([
    ['with another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['without a state', (url: URL) => url.searchParams.delete('state')],
    ['of another issuer', (url: URL) => url.searchParams.set('iss', 'https://elsewhere.test')],
    ['with another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
  ])('%s signs nobody in', async (_, forge) => {
    const one = browser();
    const url = new URL(await one.toCallback('officer'));
    forge(url);
    const seen = await one.visit(url.href);
    expect([seen.status, code(seen)]).toEqual([401, 'SIGN_IN_FAILED']);
    expect(sessionOf(one)).toBeUndefined();
  });

  it('that belongs to another browser signs nobody in: the victim of a planted link stays who he or she is', async () => {
    const attacker = browser();
    const victim = browser();
    const planted = await attacker.toCallback('supervisor');
    expect(code(await victim.visit(planted))).toBe('SIGN_IN_FAILED');
    await victim.visit('/v1/session/login');
    expect(code(await victim.visit(planted))).toBe('SIGN_IN_FAILED');
  });

  it('with another nonce signs nobody in', async () => {
    const one = browser();
    const begun = new URL((await one.visit('/v1/session/login')).location ?? '');
    begun.searchParams.set('nonce', 'x'.repeat(43));
    const seen = await one.visit(await one.through(begun.href, 'officer'));
    expect([seen.status, code(seen)]).toEqual([401, 'SIGN_IN_FAILED']);
  });

  it('to a request whose challenge was cut off or made plain never comes', async () => {
    for (const forge of [
      (url: URL) =>
        ['code_challenge', 'code_challenge_method'].forEach((name) => url.searchParams.delete(name)),
      (url: URL) => url.searchParams.set('code_challenge_method', 'plain'),
    ]) {
      const one = browser();
      const begun = new URL((await one.visit('/v1/session/login')).location ?? '');
      forge(begun);
      const refused = await one.visit(begun.href);
      const seen = await one.visit(refused.location ?? '');
      expect([seen.status, code(seen)]).toEqual([401, 'SIGN_IN_FAILED']);
    }
  });

  it('to another challenge than one’s own signs nobody in', async () => {
    const one = browser();
    const begun = new URL((await one.visit('/v1/session/login')).location ?? '');
    begun.searchParams.set('code_challenge', 'A'.repeat(43));
    const seen = await one.visit(await one.through(begun.href, 'officer'));
    expect(code(seen)).toBe('SIGN_IN_FAILED');
  });
});

describe('a session', () => {
  it('gets a new secret with every sign-in, whatever the browser brought, and ends the one before', async () => {
    const one = browser();
    one.jar(apiOrigin).set('rogatory-session', 'A'.repeat(43));
    expect((await me(one)).status).toBe(401);
    await one.signIn('officer');
    const first = sessionOf(one) ?? '';
    expect(first).not.toBe('A'.repeat(43));
    await one.signIn('officer');
    expect(sessionOf(one)).not.toBe(first);
    const stale = browser();
    stale.jar(apiOrigin).set('rogatory-session', first);
    expect((await me(stale)).status).toBe(401);
  });

  it('ends when nobody uses it, and after its hours even when somebody does', async () => {
    const idle = browser();
    await idle.signIn('officer');
    later(29);
    expect((await me(idle)).status).toBe(200);
    later(29);
    expect((await me(idle)).status).toBe(200);
    later(31);
    expect((await me(idle)).status).toBe(401);
    h.clock.now = new Date();
    const busy = browser();
    await busy.signIn('officer');
    const seen = [];
    for (let used = 0; used < 31; used += 1) {
      later(20);
      seen.push((await me(busy)).status);
    }
    expect(seen.indexOf(401)).toBe(29);
  });

  it('is ended by signing out, and its cookie opens nothing any more', async () => {
    const one = browser();
    await one.signIn('officer');
    const cookie = one.headers;
    expect((await signOut(one)).statusCode).toBe(200);
    const stale = await h.app.inject({ url: '/v1/people/me', headers: cookie });
    expect(stale.statusCode).toBe(401);
  });

  it('is seen, and ended everywhere, by its person', async () => {
    const [desk, phone] = [browser(), browser()];
    await desk.signIn('adviser');
    await phone.signIn('adviser');
    const rows = list(JSON.parse((await desk.visit('/v1/people/me/sessions')).text), 'rows');
    expect(rows.map((row) => at(row, 'current')).sort()).toEqual([false, true]);
    expect((await post(desk, '/v1/people/me/sign-out', {})).statusCode).toBe(201);
    expect([(await me(desk)).status, (await me(phone)).status]).toEqual([401, 401]);
  });

  it('is ended by an administrator, with a reason in the record, and not by an officer', async () => {
    const one = browser();
    await one.signIn('supervisor');
    const refused = await h.as('officer').post('/v1/people/supervisor/sign-out', { reason: 'a joke' });
    expect(refused.code).toBe('ROLE_MAY_NOT');
    const done = await h
      .as('administrator')
      .post('/v1/people/supervisor/sign-out', { reason: 'laptop stolen' });
    expect(done).toMatchObject({ status: 201, body: { ended: 1 } });
    expect((await me(one)).status).toBe(401);
    const entries = await auditOf(h.store.read, { limit: 5000 });
    expect(entries.at(-1)).toMatchObject({
      verb: 'SESSION_ENDED',
      reason: 'laptop stolen',
      actor: { personId: 'administrator' },
    });
  });

  it('ends with the person: who leaves is signed in nowhere, and does not sign in again', async () => {
    const one = browser();
    await one.signIn('outsideSupervisor');
    expect((await me(one)).status).toBe(200);
    const act = {
      actor: { kind: 'person', personId: 'supervisor', role: 'SUPERVISOR' },
      at: h.clock.now.toISOString(),
      reason: 'retired',
    } as const;
    await h.store.transaction((tx) => leave(tx, act, { personId: 'outsideSupervisor' }));
    expect((await me(one)).status).toBe(401);
    expect(code(await one.signIn('outsideSupervisor'))).toBe('SUBJECT_UNKNOWN');
  });

  it('rides on no change that comes from another page, or from a page that hides where it is', async () => {
    const one = browser();
    await one.signIn('officer');
    const body = { reference: 'R-1', requestingState: 'KZ', items: [{ id: 'I1' }] };
    for (const origin of ['https://elsewhere.test', 'null', `${apiOrigin}.elsewhere.test`]) {
      const seen = await post(one, '/v1/cases', body, { origin });
      expect([seen.statusCode, at(seen.json(), 'code')]).toEqual([403, 'OTHER_SITE']);
    }
    const { statusCode } = await h.app.inject({
      method: 'POST',
      url: '/v1/cases',
      payload: body,
      headers: { 'idempotency-key': randomUUID(), ...one.headers },
    });
    expect(statusCode).toBe(403);
    expect((await signOut(one, { origin: 'https://elsewhere.test' })).statusCode).toBe(403);
    expect((await post(one, '/v1/cases', body)).statusCode).toBe(201);
  });

  it('is out of reach of scripts, and at a site held to https and this host', async () => {
    const one = browser();
    const seen = await h.app.inject({
      url: (await one.toCallback('officer')).replace(apiOrigin, ''),
      headers: one.headers,
    });
    const line = [seen.headers['set-cookie'] ?? []]
      .flat()
      .find((cookie) => cookie.startsWith('rogatory-session='));
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    const site = await startHarness({ mode: 'site', identity: { ...provider.identity, secure: true } });
    const begun = await site.app.inject({ url: '/v1/session/login' });
    expect(String(begun.headers['set-cookie'])).toMatch(
      /^__Host-rogatory-sign-in=[\w-]{43};.*Path=\/;.*HttpOnly;.*Secure/,
    );
    await site.stop();
  });
});

describe('a second factor', () => {
  it('is asked for by grave acts, and the claim that showed it stands in the record', async () => {
    const route = await aRoute(h);
    const { stepId, digest } = await askSignature(h, route);
    const one = browser();
    await one.signIn('supervisor');
    const weak = await post(one, `/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    expect([weak.statusCode, at(weak.json(), 'code')]).toEqual([403, 'SECOND_FACTOR_NEEDED']);
    expect(text(weak.json(), 'detail')).toContain('/v1/session/login?factor=second');
    await one.signIn('supervisor', 'two');
    const strong = await post(one, `/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
    expect(strong.statusCode).toBe(201);
    const entries = await auditOf(h.store.read, { caseId: route.caseId, limit: 5000 });
    expect(entries.findLast(({ verb }) => verb === 'TICKET_ISSUED')?.actor).toMatchObject({
      personId: 'supervisor',
      factor: 'acr=urn:rogatory:training:two-factors',
    });
  });
});

describe('a machine', () => {
  const get = (token: string, url = '/v1/rules') =>
    h.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
  const codeOf = async (token: string, url?: string) => {
    const seen = await get(token, url);
    return seen.statusCode === 200 ? 200 : at(seen.json(), 'code');
  };

  it('does what it was registered for, and nothing else', async () => {
    const token = await machineToken(provider.issuer);
    expect(await codeOf(token)).toBe(200);
    for (const url of ['/v1/people/me', '/v1/cases', '/v1/approvals', '/v1/audit'])
      expect([url, await codeOf(token, url)]).toEqual([url, 'MACHINE_MAY_NOT']);
    const seen = await h.app.inject({
      method: 'POST',
      url: '/v1/approvals/x/decision',
      payload: { decision: 'approve', digest: '0'.repeat(64) },
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    });
    expect([seen.statusCode, at(seen.json(), 'code')]).toEqual([403, 'MACHINE_MAY_NOT']);
  });

  it('is nobody with a token that has run out', async () => {
    const token = await machineToken(provider.issuer);
    later(11);
    expect(await codeOf(token)).toBe('NOT_SIGNED_IN');
  });

  it('is nobody with a token that is unsigned, signed with what everybody knows, or by another key', async () => {
    const good = await machineToken(provider.issuer);
    const payload = decodeJwt(good);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none', typ: 'at+jwt' })}.${part(payload)}.`;
    const { privateKey } = await generateKeyPair('ES256');
    const head = `${part({ alg: 'HS256', kid: 'training' })}.${part(payload)}`;
    const known = await publicKeyOf(provider.issuer);
    const shared = `${head}.${createHmac('sha256', known).update(head).digest('base64url')}`;
    const other = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid: 'training' })
      .sign(privateKey);
    for (const token of [unsigned, shared, other, `${good.slice(0, -2)}AA`])
      expect(await codeOf(token)).toBe('NOT_SIGNED_IN');
  });

  it('is nobody with a token for another audience', async () => {
    const machines = createMachineTokens(issuerAt(provider.issuer), 'urn:elsewhere');
    const site = await startHarness({ identity: { ...provider.identity, machines } });
    site.clock.now = new Date();
    const token = await machineToken(provider.issuer);
    const seen = await site.app.inject({ url: '/v1/rules', headers: { authorization: `Bearer ${token}` } });
    expect(at(seen.json(), 'code')).toBe('NOT_SIGNED_IN');
    await site.stop();
  });

  it('is not signed in as a person, nor is a person’s subject a machine', async () => {
    const rows = h.store.read.db
      .insertInto('identities')
      .values({
        issuer: 'i',
        subject: 's',
        personId: 'officer',
        serviceId: 'machine:portal',
        linkedAt: h.clock.now.toISOString(),
      })
      .execute();
    await expect(rows).rejects.toThrow(/check constraint/);
    const act = systemAct('test', h.clock.now.toISOString());
    const taken = h.store.transaction((tx) =>
      linkIdentity(tx, act, { issuer: provider.issuer, subject: 'officer' }, { serviceId: 'machine:portal' }),
    );
    await expect(taken).rejects.toMatchObject({ code: 'IDENTITY_TAKEN' });
  });
});

describe('a training token', () => {
  it('is nobody’s at a site', async () => {
    const site = await startHarness({ mode: 'site', identity: provider.identity });
    const seen = await site.as('supervisor').get('/v1/people/me');
    expect(seen).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
    await site.stop();
  });
});

describe('an identity provider that does not answer', () => {
  it('is said to be silent; who is signed in stays so', async () => {
    const gone = issuerAt('http://127.0.0.1:9');
    const signIn = createSignIn(gone, {
      redirectUri: `${apiOrigin}/v1/session/callback`,
      accepted: { acr: [], amr: [] },
    });
    const site = await startHarness({ identity: { ...provider.identity, signIn } });
    const seen = await site.stranger.get('/v1/session/login');
    expect(seen).toMatchObject({ status: 503, code: 'IDENTITY_PROVIDER_SILENT' });
    expect((await site.as('officer').get('/v1/people/me')).status).toBe(200);
    await site.stop();
  });
});
