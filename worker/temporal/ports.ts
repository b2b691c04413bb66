import { createServer, type Server } from 'node:net';
import { once } from 'node:events';

/** Ports that one server listens on, all on loopback. */
export const portNames = [
  'frontend',
  'frontendMembership',
  'frontendHttp',
  'history',
  'historyMembership',
  'matching',
  'matchingMembership',
  'worker',
  'workerMembership',
] as const;
export type PortName = (typeof portNames)[number];
export type Ports = Record<PortName, number>;

/** Nine ports that are free now. They are asked for together, so that no two are the same. */
export async function freePorts(): Promise<Ports> {
  const servers = await Promise.all(portNames.map(() => listen(0)));
  const ports = servers.map((server) => portOf(server));
  await Promise.all(servers.map(closed));
  return byName((index) => ports[index] ?? 0);
}

/** The ports of the last run where they are all still free, otherwise new ones. */
export async function portsAgain(last: Ports | undefined): Promise<Ports> {
  if (last === undefined) return freePorts();
  const taken = await Promise.allSettled(Object.values(last).map((port) => listen(port)));
  const opened = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  await Promise.all(opened.map(closed));
  return opened.length === portNames.length ? last : freePorts();
}

/** One port that is free now. */
export async function freePort(): Promise<number> {
  const server = await listen(0);
  const port = portOf(server);
  await closed(server);
  return port;
}

/** Whether a loopback port can be listened on now; port 0 always can. */
export async function isFree(port: number): Promise<boolean> {
  try {
    await closed(await listen(port));
    return true;
  } catch {
    return false;
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen({ host: '127.0.0.1', port });
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
  return address.port;
}

async function closed(server: Server): Promise<void> {
  const done = once(server, 'close');
  server.close();
  await done;
}

const byName = (port: (index: number) => number): Ports => ({
  frontend: port(0),
  frontendMembership: port(1),
  frontendHttp: port(2),
  history: port(3),
  historyMembership: port(4),
  matching: port(5),
  matchingMembership: port(6),
  worker: port(7),
  workerMembership: port(8),
});
