import type { App } from '../../api/deps.js';

export type Visit = { status: number; location: string | null; text: string };

/** A GET of the API, with the cookies that it sets. */
export type Reach = (
  path: string,
  headers: Record<string, string>,
) => Promise<Visit & { cookies: readonly string[] }>;

/** Reaches an API without a socket. */
const injecting =
  (app: App): Reach =>
  async (url, headers) => {
    const seen = await app.inject({ url, headers });
    const cookies = [seen.headers['set-cookie'] ?? []].flat();
    return { status: seen.statusCode, location: seen.headers.location ?? null, text: seen.body, cookies };
  };

/** Reaches an API that listens at an address, as the proxy before it would. */
export const reaching =
  (address: string): Reach =>
  async (path, headers) => {
    const seen = await fetch(`${address}${path}`, { redirect: 'manual', headers });
    const cookies = seen.headers.getSetCookie();
    const location = seen.headers.get('location');
    return { status: seen.status, location, text: await seen.text(), cookies };
  };

/** A browser: it keeps cookies apart by origin and goes where it is sent. */
export class Browser {
  readonly #reach: Reach;
  readonly #origin: string;
  readonly #jars = new Map<string, Map<string, string>>();

  constructor(api: App | Reach, origin: string) {
    this.#reach = typeof api === 'function' ? api : injecting(api);
    this.#origin = origin;
  }

  /** Cookies of an origin, to be looked at or planted. */
  jar(origin: string): Map<string, string> {
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    return jar;
  }

  /** One request, without following where it leads. */
  async visit(url: string, form?: Record<string, string>): Promise<Visit> {
    const { origin, pathname, search } = new URL(url, this.#origin);
    const headers = { ...this.#cookies(origin), ...(form && { origin }) };
    if (origin === this.#origin) {
      const { cookies, ...seen } = await this.#reach(pathname + search, headers);
      this.#keep(origin, cookies);
      return seen;
    }
    const body = form && new URLSearchParams(form);
    const seen = await fetch(url, { redirect: 'manual', headers, ...(body && { method: 'POST', body }) });
    this.#keep(origin, seen.headers.getSetCookie());
    const location = seen.headers.get('location');
    return {
      status: seen.status,
      location: location && new URL(location, url).href,
      text: await seen.text(),
    };
  }

  /** Begins a sign-in and goes through the provider's page; answers the address it is sent back to, not yet visited. */
  async toCallback(account: string, { factor = 'one', at = '/v1/session/login' } = {}): Promise<string> {
    const begun = await this.visit(at);
    return this.through(begun.location ?? '', account, factor);
  }

  /** From an address of the provider to the address it sends back to. */
  async through(authorization: string, account: string, factor = 'one'): Promise<string> {
    let next = authorization;
    for (let step = 0; step < 6; step += 1) {
      const seen = await this.visit(next);
      const to = seen.location ?? (await this.visit(next, { account, factor })).location;
      if (to === null) throw new Error(`the provider went nowhere: ${seen.status} ${seen.text}`);
      next = new URL(to, next).href;
      if (next.startsWith(this.#origin)) return next;
    }
    throw new Error('the provider went round');
  }

  /** The whole way, as a person takes it. */
  async signIn(account: string, factor: 'one' | 'two' = 'one'): Promise<Visit> {
    const at = factor === 'two' ? '/v1/session/login?factor=second' : '/v1/session/login';
    return this.visit(await this.toCallback(account, { factor, at }));
  }

  /** Header lines of the cookies that go to the API. */
  get headers(): Record<string, string> {
    return this.#cookies(this.#origin);
  }

  #cookies(origin: string): Record<string, string> {
    const jar = this.jar(origin);
    return jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  #keep(origin: string, lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const gone =
        value === '' || attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(one));
      if (gone) this.jar(origin).delete(name);
      else this.jar(origin).set(name, value);
    }
  }
}
