import { setTimeout as wait } from 'node:timers/promises';

/** A kind of request, and how many of them come in a second on average. */
export type Kind = { what: string; aSecond: number; send: () => Promise<{ status: number }> };
/** `p99` in milliseconds from the instant at which it came until the answer was there. */
export type Steady = { what: string; requests: number; p50: number; p99: number; broken: number };

/** Connections are opened first, and what came before is answered. */
const notCountedMs = 5_000;

/** Requests that come when they come, whether those before are answered or not: each kind as a Poisson process of its own. */
export async function steadily(kinds: readonly Kind[], seconds: number): Promise<Steady[]> {
  const from = performance.now() + notCountedMs;
  return Promise.all(kinds.map((kind) => arriving(kind, from, from + seconds * 1_000)));
}

async function arriving({ what, aSecond, send }: Kind, from: number, end: number): Promise<Steady> {
  const answers: Promise<{ took: number; broken: boolean }>[] = [];
  for (let at = performance.now(); at < end; at += (-Math.log(1 - Math.random()) / aSecond) * 1_000) {
    await wait(Math.max(0, at - performance.now()));
    const answer = answered(send, at);
    if (at >= from) answers.push(answer);
  }
  const all = await Promise.all(answers);
  const times = all.map(({ took }) => took).sort((one, other) => one - other);
  const share = (part: number): number => times[Math.floor(times.length * part)] ?? Number.NaN;
  const broken = all.filter((one) => one.broken).length;
  return { what, requests: all.length, p50: share(0.5), p99: share(0.99), broken };
}

async function answered(send: Kind['send'], from: number): Promise<{ took: number; broken: boolean }> {
  const status = await send().then(
    (answer) => answer.status,
    () => 599,
  );
  return { took: performance.now() - from, broken: status >= 400 };
}
