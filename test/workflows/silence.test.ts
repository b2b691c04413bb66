import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urgencies, type Urgency } from '../../contracts/codes.js';
import { DAY } from '../support/harness/lots.js';
import { familiesWithPages, lawfulTerms, pageOf } from '../support/harness/page-terms.js';
import { RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const tables = familiesWithPages.flatMap((family) =>
  urgencies
    .filter((urgency) => pageOf(family).approvals[urgency] !== undefined)
    .map((urgency) => ({ family, urgency })),
);
const silent = (urgency: Urgency): number => (urgency === 'EMERGENCY' ? 5 : 45) * DAY;
const waiting = new Set(['DRAFT', 'CHECKS', 'APPROVAL', 'TRANSLATION']);
const standsStill = (desk: RouteOnDesk): void => {
  expect(desk.office.states.filter((state) => !waiting.has(state))).toEqual([]);
  expect(desk.office.outbox).toEqual([]);
  expect(desk.run.ended).toBeNull();
};

describe('silence is never approval (C.3)', () => {
  it.each(tables)(
    '$family, $urgency: nobody votes, and the head of office is told again and again',
    async (table) => {
      const { family, urgency } = table;
      const terms = lawfulTerms(family, urgency);
      const desk = await new RouteOnDesk(sandbox, family, { terms }).start();
      await desk.run.advance(silent(urgency));
      standsStill(desk);
      expect(desk.state).toBe('APPROVAL');
      const told = desk.office.reminders.filter(({ rung }) => rung.tell === 'HEAD_OF_OFFICE');
      expect(told.length).toBeGreaterThan(1);
    },
  );

  it.each(tables.filter(({ family, urgency }) => lawfulTerms(family, urgency).approvals.length > 1))(
    '$family, $urgency: all but the last sign, and what they signed runs out',
    async ({ family, urgency }) => {
      const terms = lawfulTerms(family, urgency);
      const desk = await new RouteOnDesk(sandbox, family, { terms }).start();
      for (const step of terms.approvals.slice(0, -1)) {
        if (step.of === 'packet') await desk.translated();
        await desk.decide('approve', step.step, step.roles[0] ?? 'SUPERVISOR');
      }
      await desk.run.advance(silent(urgency));
      standsStill(desk);
    },
  );

  it('covers the pages of all families', () => {
    expect(tables.length).toBeGreaterThan(familiesWithPages.length);
  });
});
