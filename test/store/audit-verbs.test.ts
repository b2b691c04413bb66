import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { activityVerbs, arrows, auditMeanings } from '../../contracts/audit-verbs.js';
import { auditVerbs } from '../../contracts/codes.js';
import { auditPage } from '../../scripts/print-audit.js';
import {
  declaredEndpoints,
  exportedIn,
  membersNamed,
  offeredBy,
  placeOf,
  reachOf,
  root,
  sourcesUnder,
} from '../support/verb-reach.js';

// The first of these reads all of our code.
vi.setConfig({ testTimeout: 180_000 });

const messages = 'carries to a workflow what an entry has said already';
const telling = 'how far another system was told; what it is told is in the record';
const once = 'remembers an answer, so that a request that is sent again changes nothing';
const mailing = 'carries to a person what an entry has said already';
const signingIn = 'a sign-in under way is nobody yet; SIGNED_IN is written when it is somebody';
/** What the store offers, changes rows and is no act of anybody: why each may be silent. */
const silent: Record<string, string> = {
  'store/relay.ts enqueue': messages,
  'store/relay.ts settle': messages,
  'store/relay.ts takeUndelivered': messages,
  'store/idempotency.ts recallAnswer': once,
  'store/idempotency.ts rememberAnswer': once,
  'store/idempotency.ts forgetKey': once,
  'store/people/sessions.ts beginSignIn': signingIn,
  'store/people/sessions.ts takeSignIn': signingIn,
  'store/people/sessions.ts touchSession': 'counts idle time only',
  'store/audit/checkpoints.ts keepTimeStamp': 'a signed root is its own record',
  'store/audit/checkpoints.ts signCheckpoint': 'a signed root is its own record',
  'store/notify/digests.ts recordDigest': mailing,
  'store/notify/mails.ts settleMail': mailing,
  'store/notify/mails.ts takeMails': mailing,
  'store/reads.ts keepReads': 'the log of reads is its own record',
  'store/event-delivery.ts takeDueWebhooks': telling,
  'store/event-delivery.ts noteTold': telling,
  'store/sent.ts markPacketWritten': 'the hand-over is in the record',
  'store/rules-seen.ts markSeen': 'what the look led to is in the record; that nothing changes is no act',
  'store/replies.ts linkReply': 'the reply is in the record, and so is the state it led to',
};

/** Functions over a run that are no step by themselves. */
const parts: Record<string, string> = {
  recorded: 'asks the lot',
  orderRecorded: 'asks the lot',
  emergencyRecorded: 'asks what was sent',
  renewal: 'asks the lot',
  hop: 'asks the lot',
  takeLot: 'reads the plan in force for the step that drafts or checks',
  refuseVotes: 'tells the votes that wait; each is in the record as a ticket that was issued',
  answer: 'tells one vote what came of it; its redemption is in the record',
};

const nameOf = (node: { name?: { getText(): string } | undefined }): string => node.name?.getText() ?? '';

describe('a verb of the record', () => {
  it('has a meaning and stands at an arrow, and every arrow has one', () => {
    expect(Object.keys(auditMeanings).sort()).toEqual([...auditVerbs].sort());
    const used = new Set(Object.values(auditMeanings).map(({ arrow }) => arrow));
    expect([...used].sort()).toEqual(Object.keys(arrows).sort());
  });

  it('is written somewhere', () => {
    const written = new Set(
      ['store', 'api'].flatMap(sourcesUnder).flatMap((file) => [...reachOf(file).verbs]),
    );
    expect(auditVerbs.filter((verb) => !written.has(verb))).toEqual([]);
  });

  it('stands in the printed page with what writes it', async () => {
    expect(readFileSync(join(root, 'docs/audit.md'), 'utf8')).toBe(await auditPage());
  });
});

describe('what changes something', () => {
  it('in the store writes an entry of its own', () => {
    const without = offeredBy('store/index.ts', 'Tx')
      .filter((verb) => reachOf(verb).writes && reachOf(verb).verbs.size === 0)
      .map((verb) => `${placeOf(verb)} ${nameOf(verb)}`);
    expect(without.filter((one) => !(one in silent))).toEqual([]);
    expect(
      Object.keys(silent).filter((one) => !without.includes(one)),
      'no longer silent',
    ).toEqual([]);
  });

  it.each(Object.entries(activityVerbs))('as the activity %s writes what the list says', (name, written) => {
    const reached = new Set(membersNamed('activities', name).flatMap((member) => [...reachOf(member).verbs]));
    expect(membersNamed('activities', name).length).toBeGreaterThan(0);
    expect([...reached].sort()).toEqual(typeof written === 'string' ? [] : [...written].sort());
  });

  it('as an endpoint writes the verb that it declares', () => {
    const endpoints = declaredEndpoints();
    expect(endpoints.length).toBeGreaterThan(40);
    const wrong = endpoints
      .filter(({ audit, handler }) => !audit.every((verb) => reachOf(handler).verbs.has(verb)))
      .map(({ place, url, audit }) => `${place} ${url} ${audit.join()}`);
    expect(wrong).toEqual([]);
  });
});

describe('a step of a route', () => {
  it('leaves a trace: it moves the route, or does something that is in the record', () => {
    const steps = exportedIn('workflows/steps', 'RouteRun');
    expect(steps.length).toBeGreaterThan(15);
    const traced = (name: string) =>
      Object.entries(activityVerbs).some(([one, written]) => one === name && typeof written !== 'string');
    const without = steps
      .filter((step) => !(nameOf(step) in parts))
      .filter((step) => ![...reachOf(step).activities].some(traced))
      .map((step) => `${placeOf(step)} ${nameOf(step)}`);
    expect(without).toEqual([]);
  });
});
