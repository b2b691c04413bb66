import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeApprovalSteps, systemAct } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import type { Name } from './people.js';
import { aLetter, aRoute, askSignature, moveTo, redeemVotes } from './running-route.js';
import type { OpenStep, RunningRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());
beforeEach(() => redeemVotes(h));

type Waiting = RunningRoute & OpenStep;
type Comment = { paragraph: string; says: string };
const reason = 'Two things have to change.';

const laid = async (route: RunningRoute, version: string, letter = aLetter()): Promise<Waiting> => ({
  ...route,
  ...(await askSignature(h, route, version, letter)),
});
const waiting = async (letter = aLetter()): Promise<Waiting> => laid(await aRoute(h), 'first', letter);

const decide = (one: Waiting, body: object, by: Name = 'supervisor'): Promise<Seen> =>
  h.as(by).post(`/v1/approvals/${one.stepId}/decision`, { digest: one.digest, reason, ...body });

/** Returned over HTTP, its round closed as the route's workflow would. */
async function giveBack(one: Waiting, comments: readonly Comment[]): Promise<void> {
  expect((await decide(one, { decision: 'return', comments })).status).toBe(201);
  const { routeId, digest } = one;
  const act = systemAct('workflow', h.clock.now.toISOString());
  await h.store.transaction((tx) => closeApprovalSteps(tx, act, { routeId, digest, why: 'returned' }));
  await moveTo(h, one, 'RETURNED');
}

const paragraphs = async (one: Waiting, by: Name = 'supervisor'): Promise<unknown> =>
  (await h.as(by).get(`/v1/documents/${one.documentId}/paragraphs`)).body;
const named = (body: unknown, paragraph: string): unknown =>
  list(body, 'paragraphs').find((row) => at(row, 'paragraph') === paragraph);

describe('a request that is returned for changes', () => {
  it('carries what is to change paragraph by paragraph, and the drafter reads it', async () => {
    const one = await waiting();
    await giveBack(one, [
      { paragraph: 'D-01/1', says: 'Say when it was opened.' },
      { paragraph: 'D-01/items/I1', says: 'Name the period.' },
    ]);
    const { body } = await h.as('officer').get(`/v1/routes/${one.routeId}`);
    const said = { documentId: one.documentId, version: 1, byPerson: 'supervisor', role: 'SUPERVISOR' };
    expect(list(body, 'returnComments')).toMatchObject([
      { ...said, paragraph: 'D-01/1', says: 'Say when it was opened.' },
      { ...said, paragraph: 'D-01/items/I1', says: 'Name the period.' },
    ]);
  });

  it.each(['D-01/99', 'D-02/1', '1', 'D-01/items/I2'])(
    'is not returned for %s, a paragraph it does not have',
    async (paragraph) => {
      const one = await waiting();
      const comments = [
        { paragraph: 'D-01/1', says: 'Say when.' },
        { paragraph, says: 'Say what.' },
      ];
      const refused = await decide(one, { decision: 'return', comments });
      expect(refused).toMatchObject({ status: 422, code: 'APPROVAL_COMMENT_PARAGRAPH' });
      expect(text(refused.body, 'detail')).toContain(paragraph);
      expect((await decide(one, { decision: 'approve' })).status).toBe(201);
      const { body } = await h.as('officer').get(`/v1/routes/${one.routeId}`);
      expect(list(body, 'returnComments')).toEqual([]);
    },
  );

  it.each(['approve', 'reject'])('is the only one with comments: to %s takes none', async (decision) => {
    const one = await waiting();
    const comments = [{ paragraph: 'D-01/1', says: 'Say when.' }];
    expect(await decide(one, { decision, comments })).toMatchObject({ status: 422, code: 'BODY_INVALID' });
  });

  it('says nothing while the ticket was not redeemed', async () => {
    const one = await waiting();
    h.engine.answer = () => ({ kind: 'unknown', why: 'the engine is silent' });
    const comments = [{ paragraph: 'D-01/1', says: 'Say when.' }];
    expect((await decide(one, { decision: 'return', comments })).status).toBe(202);
    const { body } = await h.as('officer').get(`/v1/routes/${one.routeId}`);
    expect(list(body, 'returnComments')).toEqual([]);
  });

  it('is kept unreadable outside the case, and the record names the paragraphs alone', async () => {
    const one = await waiting();
    await giveBack(one, [{ paragraph: 'D-01/1', says: 'The source must not be named.' }]);
    const rows = await h.store.read.db.selectFrom('returnComments').select('says').execute();
    const kept = rows.map(({ says }) => Buffer.from(says).toString('utf8')).join();
    expect(kept).not.toContain('source must not');
    const entries = await h.store.read.db
      .selectFrom('auditEntries')
      .select('body')
      .where('verb', '=', 'TICKET_ISSUED')
      .where('caseId', '=', one.caseId)
      .execute();
    expect(entries.at(-1)?.body).toContain('"paragraphs":["D-01/1"]');
    expect(JSON.stringify(entries)).not.toContain('source must not');
  });
});

describe('a request that is laid before its signer again', () => {
  it('shows word by word what changed since it was returned, each comment beside its paragraph', async () => {
    const one = await waiting();
    await giveBack(one, [{ paragraph: 'D-01/1', says: 'Say when it was opened.' }]);
    const again = await laid(one, 'second', aLetter({ facts: 'An account was opened in May.' }));
    const body = await paragraphs(again);
    expect(body).toMatchObject({ version: 2, returned: { documentId: one.documentId, version: 1 } });
    expect(named(body, 'D-01/1')).toMatchObject({
      change: 'CHANGED',
      text: 'Facts: An account was opened in May.',
      comments: [{ says: 'Say when it was opened.', byPerson: 'supervisor' }],
    });
    const parts = list(named(body, 'D-01/1'), 'parts');
    const textOf = (...kinds: string[]) =>
      parts
        .filter((part) => kinds.includes(text(part, 'is')))
        .map((part) => text(part, 'text'))
        .join('');
    expect(textOf('SAME', 'ADDED')).toBe('Facts: An account was opened in May.');
    expect(textOf('SAME', 'REMOVED')).toBe('Facts: An account was opened.');
    expect(textOf('ADDED')).toContain('in May');
    expect(named(body, 'D-01/opening')).toMatchObject({ change: 'SAME', parts: [], comments: [] });
  });

  it('shows what was added and what stands no more, with what had been said of it', async () => {
    const one = await waiting(aLetter({ lines: ['One', 'Two'] }));
    await giveBack(one, [{ paragraph: 'D-01/items/I1', says: 'This account is another person’s.' }]);
    const body = await paragraphs(await laid(one, 'second', aLetter({ lines: ['One'], item: 'I2' })));
    expect(named(body, 'D-01/3')).toMatchObject({ change: 'REMOVED', text: null });
    expect(named(body, 'D-01/items/I2')).toMatchObject({ change: 'ADDED' });
    expect(named(body, 'D-01/items/I1')).toMatchObject({
      change: 'REMOVED',
      comments: [{ says: 'This account is another person’s.' }],
    });
  });

  it('shows that nothing changed where the very same letter comes again', async () => {
    const one = await waiting();
    await giveBack(one, [{ paragraph: 'D-01/1', says: 'Say when.' }]);
    const body = await paragraphs(await laid(one, 'first'));
    expect(at(body, 'returned')).toMatchObject({ version: 1 });
    expect(new Set(list(body, 'paragraphs').map((row) => at(row, 'change')))).toEqual(new Set(['SAME']));
    expect(named(body, 'D-01/1')).toMatchObject({ comments: [{ says: 'Say when.' }] });
  });

  it('is compared with the version returned last, not with those between', async () => {
    const one = await waiting();
    await giveBack(one, [{ paragraph: 'D-01/1', says: 'Say when.' }]);
    const second = await laid(one, 'second', aLetter({ facts: 'Opened in May.' }));
    await giveBack(second, [{ paragraph: 'D-01/1', says: 'Which year?' }]);
    const body = await paragraphs(await laid(one, 'third', aLetter({ facts: 'Opened in May 2026.' })));
    expect(at(body, 'returned')).toMatchObject({ version: 2 });
    expect(named(body, 'D-01/1')).toMatchObject({ comments: [{ says: 'Which year?' }] });
  });

  it('asks for every signature anew: the one given before the return no longer counts', async () => {
    const one = await waiting();
    await giveBack(one, [{ paragraph: 'D-01/1', says: 'Say when.' }]);
    await laid(one, 'second', aLetter({ facts: 'Opened in May.' }));
    expect(await decide(one, { decision: 'approve' }, 'supervisorB')).toMatchObject({
      status: 409,
      code: 'APPROVAL_STEP_CLOSED',
    });
  });

  it('says of a first version nothing but what stands in it', async () => {
    const body = await paragraphs(await waiting(), 'officer');
    expect(body).toMatchObject({ returned: null, restsOnOther: false });
    expect(list(body, 'paragraphs').map((row) => at(row, 'paragraph'))).toEqual([
      ...[
        'D-01/head',
        'D-01/opening',
        'D-01/1',
        'D-01/2',
        'D-01/items/I1',
        'D-01/closing',
        'D-01/signatures',
      ],
    ]);
    expect(new Set(list(body, 'paragraphs').map((row) => at(row, 'change')))).toEqual(new Set([null]));
  });
});
