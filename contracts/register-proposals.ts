import type { ConversionReason } from './refusals.js';

/** What a legal adviser decides on a proposal. An accepted one is put into the register by a release, never by the system. */
export const proposalChoices = ['ACCEPTED', 'REJECTED'] as const;
export type ProposalChoice = (typeof proposalChoices)[number];

/** How one request ended for its addressee: `reason` is `null` when it was answered; `days` from sending, where both are known. */
export type Observation = {
  addressee: string;
  route: string;
  reason: ConversionReason | null;
  days: number | null;
  /** When it became known, ISO 8601 in UTC. */
  at: string;
};

/** What observations of one addressee by one route say together; no case and no person is in it. */
export type Observed = {
  addressee: string;
  route: string;
  since: string;
  upTo: string;
  /** Why requests gave nothing, most frequent first. */
  refusals: readonly { reason: ConversionReason; times: number }[];
  /** How many were answered, and within how many days from sending; `null` where no answer has a known time. */
  answers: { times: number; days: { from: number; to: number } | null };
};

/** Sums up observations of one addressee by one route. Throws on none. */
export function observedIn(observations: readonly Observation[]): Observed {
  const [first] = observations;
  if (first === undefined) throw new Error('nothing was observed');
  const { addressee, route } = first;
  const instants = observations.map(({ at }) => at).sort();
  const answered = observations.filter(({ reason }) => reason === null);
  const days = answered.flatMap((one) => (one.days === null ? [] : [one.days]));
  const span = days.length === 0 ? null : { from: Math.min(...days), to: Math.max(...days) };
  return {
    ...{ addressee, route, refusals: countReasons(observations) },
    since: instants[0] ?? first.at,
    upTo: instants.at(-1) ?? first.at,
    answers: { times: answered.length, days: span },
  };
}

function countReasons(observations: readonly Observation[]): Observed['refusals'] {
  const times = new Map<ConversionReason, number>();
  for (const { reason } of observations) if (reason !== null) times.set(reason, (times.get(reason) ?? 0) + 1);
  return [...times]
    .map(([reason, count]) => ({ reason, times: count }))
    .sort((one, other) => other.times - one.times || one.reason.localeCompare(other.reason));
}

/** The line that a release would put into the register, in one sentence. */
export function lineOf({ addressee, route, refusals, answers, since, upTo }: Observed): string {
  const said = refusals.map(({ reason, times }) => `${reason} (${times})`);
  const took = answers.days === null ? '' : `, ${daysText(answers.days)} after sending`;
  const all = [...(answers.times === 0 ? [] : [`answered (${answers.times})${took}`]), ...said];
  return `${addressee} by ${route}, ${since.slice(0, 10)} to ${upTo.slice(0, 10)}: ${all.join('; ')}.`;
}

/** What the drafter of the next request should know; empty where the last ones were answered and no time is known. */
export function warningsOf(last: Observed, three: readonly Observation[]): string[] {
  const { addressee, route, answers } = last;
  const refused = three.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  const which = three.length === 1 ? 'The last request' : `Of the last ${three.length} requests`;
  const gave = three.length === 1 ? 'gave nothing' : `${refused.length} gave nothing`;
  return [
    ...(refused.length === 0
      ? []
      : [
          `${which} to ${addressee} by ${route}${three.length === 1 ? '' : ','} ${gave}: ${refused.join(', ')}.`,
        ]),
    ...(answers.days === null
      ? []
      : [`Answers of ${addressee} by ${route} came ${daysText(answers.days)} after sending.`]),
  ];
}

const daysText = ({ from, to }: { from: number; to: number }): string =>
  from === to ? `${from} days` : `${from} to ${to} days`;
