import { createServer } from 'node:http';
import { CloudEvent, HTTP, type CloudEventV1 } from 'cloudevents';
import { Webhook } from 'standardwebhooks';

type Heard = { headers: Record<string, string>; body: string };

export type Receiver = {
  url: string;
  /** Everything that was posted, also what was answered with a fault. */
  heard: Heard[];
  /** Statuses of the next answers; 204 after them. */
  answers: number[];
  /** What was posted and taken, checked by the receiver's own libraries: signature first, then the event. */
  taken(secret: string): CloudEventV1<unknown>[];
  stop(): Promise<void>;
};

/** Another system on this machine that is told of events: a real server, which reads them with the libraries of the standards. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const heard: (Heard & { status: number })[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = answers.shift() ?? 204;
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      heard.push({ headers, body: Buffer.concat(chunks).toString(), status });
      response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the receiver does not listen');
  return {
    url: `http://127.0.0.1:${bound.port}/events`,
    heard,
    answers,
    taken: (secret) =>
      heard
        .filter(({ status }) => status < 300)
        .map(({ headers, body }) => {
          new Webhook(secret).verify(body, headers);
          const event = HTTP.toEvent({ headers, body });
          if (!(event instanceof CloudEvent)) throw new Error('something other than one event was posted');
          event.validate();
          return event;
        }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
