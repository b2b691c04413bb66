import { ApplicationFailure } from '@temporalio/common';
import type {
  AllActivities,
  OpenStep,
  Projection,
  Redeemed,
  RouteToReopen,
  StartedClock,
  SweepActivities,
} from '../../../contracts/activities.js';
import type { Role } from '../../../contracts/codes.js';
import type { Lot } from '../../../contracts/determination.js';
import type { Period, Rung } from '../../../contracts/plan.js';

type Ticket = {
  step: string;
  digest: string;
  personId: string;
  role: Role;
  decision: 'approve' | 'return' | 'reject';
  expired?: boolean;
};
type Call = { name: string; input: object };

const lengths = { minute: 60e3, hour: 3600e3, day: 86400e3, 'working-hour': 3600e3, 'working-day': 86400e3 };
const plus = (instant: string, period: Period): string =>
  new Date(Date.parse(instant) + period.amount * lengths[period.unit]).toISOString();

/** A ladder with negative periods counts back from the end. */
const rungsOf = (from: string, end: string, ladder: readonly Rung[]) =>
  ladder
    .map((rung) => ({ at: plus(rung.after.amount < 0 ? end : from, rung.after), rung }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

/**
 * An office in memory: every activity of routes and cases, with what was asked of it on record. It stands in for store,
 * documents and calendars where a test is about the behaviour of workflows; the real ones have tests of their own.
 */
export class Office {
  readonly calls: Call[] = [];
  readonly projections: Projection[] = [];
  readonly reminders: { key: string; rung: Rung; what: string }[] = [];
  readonly incidents: { key: string; code: string; says: string }[] = [];
  readonly openedSteps: OpenStep[] = [];
  readonly closedRounds: { digest: string; why: string }[] = [];
  readonly stopped: { clockIds: readonly string[]; why: string }[] = [];
  readonly started: { term: string; startedAt: string; continues?: string }[] = [];
  readonly links: { replyId: string; state: string }[] = [];
  readonly outbox: string[] = [];
  readonly packets: string[] = [];
  blockers: string[] = [];
  missing: string[] = [];
  slice = 'slice-1';
  document = 'document-1';
  planId = 'plan-1';
  refuseHandOver: string | null = null;
  failProjection = false;
  /** Request ids that nobody in the office has written. */
  readonly forged = new Set<string>();
  /** Numbers of reports that no route has projected. */
  readonly forgedReports = new Set<number>();
  lots = new Map<string, Lot>();
  toReopen: RouteToReopen | null = null;
  toRun: Awaited<ReturnType<AllActivities['planToRun']>> = noPlan();
  #watchers = new Set<() => void>();
  #tickets = new Map<string, Ticket>();
  #ids = 0;

  /** Puts a verified decision on file, as the API does before it sends the update. */
  ticket(ticketId: string, ticket: Ticket): void {
    this.#tickets.set(ticketId, ticket);
  }

  get states(): string[] {
    return this.projections.map((one) => one.state).filter((state, at, all) => state !== all[at - 1]);
  }

  get lastState(): string {
    return this.projections.at(-1)?.state ?? 'none';
  }

  statesOf(workflowId: string): string[] {
    return this.projections.filter((one) => one.workflowId === workflowId).map((one) => one.state);
  }

  /** Resolves once it is true; looked at after every projection. */
  until(isTrue: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isTrue()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  incidentCodes(): string[] {
    return this.incidents.map((one) => one.code);
  }

  /** The activities, each on record before it answers. */
  activities(): AllActivities & SweepActivities {
    return onRecord(this.calls, {
      planToRun: async () => this.toRun,
      isReportOnRecord: async ({ report }) => !this.forgedReports.has(report.seq),
      routeToReopen: async () => this.#reopening(),
      deliverPending: async () => ({ delivered: 2, left: 0 }),
      checkpointAudit: async () => ({ size: 1 }),
      makeDigests: async () => ({ made: 0 }),
      climbNotices: async () => ({ climbed: 0 }),
      sendMails: async () => ({ sent: 1, left: 0 }),
      stampAudit: async () => ({ size: null }),
      sweepAlerts: async () => ({ raised: 1 }),
      sweepWaits: async () => ({ opened: 1, closed: 0 }),
      reconcile: async () => ({ compared: 1, differing: 0, next: null }),
      redetermine: async () => ({ seen: 1, proposed: 1, left: false }),
      deliverEvents: async () => ({ delivered: 1, failing: 0 }),
      project: async (projection) => this.#project(projection),
      renderDraft: async () =>
        this.missing.length > 0
          ? {
              complete: false,
              missing: this.missing.map((field) => ({ field, says: 'is missing', facts: [] })),
            }
          : { complete: true, documentId: `id of ${this.document}`, digest: this.document, version: 1 },
      openBlockers: async ({ routeId }) => {
        const lot = this.lots.get(routeId);
        if (!lot) throw new Error(`no lot for ${routeId}`);
        return { codes: this.blockers, planId: this.planId, lot, sliceDigest: this.slice };
      },
      isOnRecord: async ({ message }) => !this.forged.has(message.requestId),
      openApprovals: async ({ steps }) => void this.openedSteps.push(...steps),
      closeApprovals: async ({ digest, why }) => void this.closedRounds.push({ digest, why }),
      redeemTicket: async ({ ticketId, step, digest }) => this.#redeem(ticketId, step, digest),
      handOver: async ({ routeId, digest }) => this.#handOver(`${routeId}/${digest}`),
      writePacket: async ({ outboxId }) => void this.packets.push(outboxId),
      startClocks: async ({ clocks, startedAt, continues = [] }) =>
        clocks.map((term): StartedClock => {
          const endsAt = plus(startedAt, term.length);
          const [before] = continues;
          this.started.push({
            term: term.id,
            startedAt,
            ...(before === undefined ? {} : { continues: before }),
          });
          const clockId = `clock-${++this.#ids}`;
          return {
            clockId,
            term: term.id,
            endsAt,
            provisional: false,
            rungs: rungsOf(startedAt, endsAt, term.ladder),
          };
        }),
      stopClocks: async ({ clockIds, why }) => void this.stopped.push({ clockIds, why }),
      computeInstants: async ({ from, within, ladder }) => {
        const dueAt = plus(from, within);
        return { dueAt, rungs: rungsOf(from, dueAt, ladder) };
      },
      remind: async ({ key, rung, what }) => void this.reminders.push({ key, rung, what }),
      openIncident: async ({ key, code, says }) => {
        if (!this.incidents.some((one) => one.key === key)) this.incidents.push({ key, code, says });
      },
      linkReply: async ({ replyId, state }) => void this.links.push({ replyId, state }),
    });
  }

  async #project(projection: Projection): Promise<void> {
    if (this.failProjection) throw ApplicationFailure.nonRetryable('refused', 'PROJECTION_GAP');
    const last = this.projections.filter((one) => one.workflowId === projection.workflowId).at(-1)?.seq ?? 0;
    if (projection.seq !== last + 1) {
      throw ApplicationFailure.nonRetryable(`seq ${projection.seq} after ${last}`, 'PROJECTION_GAP');
    }
    this.projections.push(projection);
    for (const look of [...this.#watchers]) look();
  }

  #reopening(): RouteToReopen {
    if (this.toReopen) return this.toReopen;
    throw ApplicationFailure.nonRetryable('nobody decided so', 'NOT_ON_RECORD');
  }

  #redeem(ticketId: string, step: string, digest: string): Redeemed {
    const ticket = this.#tickets.get(ticketId);
    if (!ticket) return { valid: false, reason: 'TICKET_INVALID' };
    if (ticket.step !== step || ticket.digest !== digest)
      return { valid: false, reason: 'TICKET_FOR_ANOTHER' };
    this.#tickets.delete(ticketId);
    const { personId, role, decision, expired = false } = ticket;
    return { valid: true, personId, role, decision, expired };
  }

  #handOver(key: string): { handedOver: true; outboxId: string } | { handedOver: false; reason: string } {
    if (this.refuseHandOver !== null) return { handedOver: false, reason: this.refuseHandOver };
    if (!this.outbox.includes(key)) this.outbox.push(key);
    return { handedOver: true, outboxId: `outbox of ${key}` };
  }
}

const noPlan = () => ({
  start: [],
  difference: { started: [], redrafted: [], kept: [], withdrawalProposed: [] },
  revise: [],
});

function onRecord<A extends object>(calls: Call[], activities: A): A {
  return new Proxy(activities, {
    get(target, name, receiver) {
      const doing: unknown = Reflect.get(target, name, receiver);
      if (typeof doing !== 'function' || typeof name !== 'string') return doing;
      return (input: object) => {
        calls.push({ name, input });
        const result: unknown = Reflect.apply(doing, target, [input]);
        return result;
      };
    },
  });
}
