import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteFamily } from '../../contracts/codes.js';
import { DAY, HOUR, prosecutorSigns, supervisorSigns, termsOf } from '../support/harness/lots.js';
import { RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

/** What the rest of the life of a route did, apart from where it continued as new. */
const trace = (desk: RouteOnDesk) => ({
  states: desk.office.states,
  seqs: desk.office.projections.map((one) => one.seq),
  reminders: desk.office.reminders.map((one) => one.key),
  incidents: desk.office.incidents,
  started: desk.office.started,
  opened: desk.office.openedSteps,
  links: desk.office.links,
  end: desk.run.ended,
});

type Act = (desk: RouteOnDesk) => Promise<unknown>;
const signed: Act = (desk) => desk.decide('approve');
const sentOff: Act[] = [signed, (desk) => desk.dispatch()];
const a = {
  acknowledged: (desk: RouteOnDesk) => desk.reply('ACKNOWLEDGED'),
  preserved: (desk: RouteOnDesk) => desk.reply('PRESERVED'),
  answered: (desk: RouteOnDesk) => desk.reply('ANSWERED'),
  clarification: (desk: RouteOnDesk) => desk.reply('CLARIFICATION'),
  cleared: (desk: RouteOnDesk) => desk.done('clarification-answered'),
  received: (desk: RouteOnDesk) => desk.done('evidence-received'),
  reviewed: (desk: RouteOnDesk) => desk.review('VALIDATED'),
  lettered: (desk: RouteOnDesk) => desk.done('letter-sent'),
  served: (desk: RouteOnDesk) => desk.done('legal-process-served'),
  wait: (ms: number) => (desk: RouteOnDesk) => desk.run.advance(ms),
};

const lives: Record<string, { family: RouteFamily; acts: readonly Act[] }> = {
  PROV_PRES: {
    family: 'PROV_PRES',
    acts: [...sentOff, a.acknowledged, a.preserved, a.wait(65 * DAY), a.served, a.received],
  },
  PROV_DISC: {
    family: 'PROV_DISC',
    acts: [...sentOff, a.wait(10 * DAY), a.clarification, a.cleared, a.answered, a.received],
  },
  ART29: {
    family: 'ART29',
    acts: [
      ...sentOff,
      a.acknowledged,
      a.acknowledged,
      a.preserved,
      a.wait(59 * DAY),
      a.wait(2 * DAY),
      (desk) => desk.choose('CONVERT'),
    ],
  },
  ART30: {
    family: 'ART30',
    acts: [...sentOff, a.acknowledged, a.answered, a.received, (desk) => desk.choose('CONVERT')],
  },
  P2P: {
    family: 'P2P',
    acts: [...sentOff, a.acknowledged, a.preserved, a.clarification, a.cleared, a.answered, a.received],
  },
  EDR: {
    family: 'EDR',
    acts: [...sentOff, a.wait(HOUR / 2), a.answered, a.received, a.wait(80 * HOUR), a.reviewed],
  },
  MLA: {
    family: 'MLA',
    acts: [
      signed,
      (desk) => desk.translated(),
      (desk) => desk.dispatch(),
      a.acknowledged,
      a.acknowledged,
      a.wait(200 * DAY),
      a.acknowledged,
      a.answered,
      a.received,
    ],
  },
  OSINT: { family: 'OSINT', acts: [signed, a.received] },
  CONSENT: { family: 'CONSENT', acts: [signed, a.received] },
  DOMESTIC: {
    family: 'DOMESTIC',
    acts: [signed, a.wait(11 * DAY), (desk) => desk.choose('CLOSE')],
  },
  silence: {
    family: 'PROV_DISC',
    acts: [...sentOff, a.wait(31 * DAY), (desk) => desk.choose('WAIT_ON'), a.answered, a.received],
  },
  returned: {
    family: 'PROV_DISC',
    acts: [
      (desk) => desk.decide('return'),
      async (desk) => {
        desk.office.document = 'document-2';
        await desk.revise();
      },
      ...sentOff,
      (desk) => desk.withdraw(),
      a.lettered,
    ],
  },
};

describe('continue-as-new in every waiting state', () => {
  it.each(Object.keys(lives))('changes nothing in the life of %s', async (name) => {
    const life = lives[name];
    if (!life) throw new Error(name);
    const straight = await new RouteOnDesk(sandbox, life.family).start();
    const renewed = await new RouteOnDesk(sandbox, life.family).start();
    for (const act of life.acts) {
      await act(straight);
      await renewed.run.signal('renewRun');
      await act(renewed);
    }
    expect(straight.run.ended).not.toBeNull();
    expect(renewed.run.runs).toBe(life.acts.length + 1);
    expect(trace(renewed)).toEqual(trace(straight));
  });

  it('comes at the next reminder once the engine suggests it', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    desk.run.suggestContinueAsNew = true;
    await desk.run.advance(8 * DAY);
    expect(desk.run.runs).toBe(3);
    await desk.run.advance(10 * DAY);
    expect(desk.office.reminders.map((one) => one.rung.after.amount)).toEqual([7, 14]);
    expect(desk.run.runs).toBe(4);
  });

  it('keeps the first signature of a chain, and its expiry', async () => {
    const terms = termsOf('PROV_DISC', { approvals: [supervisorSigns, prosecutorSigns] });
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', { terms }).start();
    await desk.decide('approve');
    await desk.run.signal('renewRun');
    expect(desk.run.runs).toBe(2);
    await desk.decide('approve', 'prosecutor', 'PROSECUTOR');
    expect(desk.state).toBe('HANDED_OVER');
  });

  it('waits for a decision that is being redeemed', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_PRES').start();
    const digest = 'document-1';
    desk.office.ticket('t', {
      step: 'supervisor',
      digest,
      personId: 'p',
      role: 'SUPERVISOR',
      decision: 'approve',
    });
    desk.run.hold('redeemTicket');
    const vote = desk.run.sendUpdate('castVote', {
      requestId: 't',
      ticketId: 't',
      step: 'supervisor',
      digest,
    });
    await desk.run.signal('renewRun');
    expect(desk.run.runs).toBe(1);
    await desk.run.release('redeemTicket');
    expect(desk.run.answerOf(vote)).toMatchObject({ value: { recorded: true } });
    expect(desk.run.runs).toBe(2);
    expect(desk.state).toBe('HANDED_OVER');
  });
});

describe('the code is deterministic', () => {
  it('gives the same commands when the same things happen twice', async () => {
    const live = async () => {
      const desk = await new RouteOnDesk(sandbox, 'MLA').sent();
      await desk.reply('ACKNOWLEDGED');
      await desk.run.advance(200 * DAY);
      await desk.reply('CLARIFICATION');
      await desk.withdraw();
      return desk.run.commands;
    };
    expect(await live()).toEqual(await live());
  });
});
