// A client of the OCI distribution protocol: anonymous token flow, rate limits, retries. Reads only.

export interface RegistryOptions {
  /** Where every image is asked for, instead of the registry its name tells: `http://127.0.0.1:5000`, or a mirror with a path. */
  readonly registry?: string | undefined;
  /** Attempts per request before giving up. */
  readonly attempts?: number;
  /** The longest wait that is sat out, in milliseconds; a registry that asks for more ends the run. */
  readonly patience?: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Told when a request has to wait. */
  readonly onWait?: (reason: string, milliseconds: number) => void;
}

/** The registry wants us to come back later than we care to wait. What is done so far is kept. */
export class RateLimited extends Error {}

/** The registry has no such image or tag. */
export class NotFound extends Error {}

const HUB = 'docker.io';

export class Registry {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly options: RegistryOptions = {}) {}

  /** Base address and repository of an image as the catalogue names it. */
  locate(name: string): { base: string; repository: string } {
    const [first = '', ...rest] = name.split('/');
    const hosted = rest.length > 0 && /[.:]|^localhost$/.test(first);
    const repository = hosted ? rest.join('/') : name.includes('/') ? name : `library/${name}`;
    if (this.options.registry !== undefined) {
      const { origin, pathname } = new URL(this.options.registry);
      return { base: origin, repository: [...pathname.split('/'), repository].filter((part) => part !== '').join('/') };
    }
    return { base: `https://${hosted ? first : `registry-1.${HUB}`}`, repository };
  }

  /** GET below `/v2/<repository>/`. Throws `NotFound`, `RateLimited`, or an error that tells the status. */
  async get(
    name: string,
    path: string,
    accept: string,
  ): Promise<{ body: Buffer; type: string; digest: string | null }> {
    const { base, repository } = this.locate(name);
    const response = await this.send(new URL(`${base}/v2/${repository}/${path}`), repository, accept);
    return {
      body: Buffer.from(await response.arrayBuffer()),
      type: (response.headers.get('content-type') ?? '').split(';')[0] ?? '',
      digest: response.headers.get('docker-content-digest'),
    };
  }

  private async send(address: URL, repository: string, accept: string): Promise<Response> {
    const attempts = this.options.attempts ?? 6;
    let challenged = false;
    for (let attempt = 1; ; attempt++) {
      const token = this.tokens.get(`${address.origin} ${repository}`);
      const response = await this.once(address, {
        accept,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      });
      if (response?.ok === true) return response;
      const status = response?.status ?? 0;
      const challenge = response?.headers.get('www-authenticate') ?? null;
      // A token that ran out is asked for anew, once per request.
      if (status === 401 && challenge !== null && !challenged) {
        challenged = true;
        attempt--;
        this.tokens.set(`${address.origin} ${repository}`, await this.token(challenge, repository));
        continue;
      }
      await response?.body?.cancel();
      if (status === 404) throw new NotFound(`${repository}: not found`);
      if (response && status !== 429 && status < 500) throw new Error(`${address.pathname}: HTTP ${String(status)}`);
      if (attempt >= attempts && status !== 429)
        throw new Error(
          `${address.pathname}: ${status === 0 ? 'no answer' : `HTTP ${String(status)}`} after ${String(attempts)} attempts`,
        );
      await this.wait(status, response, attempt, attempts);
    }
  }

  /** One request; `null` when the network fails. */
  private async once(address: URL, headers: Record<string, string>): Promise<Response | null> {
    try {
      return await fetch(address, { headers, signal: AbortSignal.timeout(60_000) });
    } catch {
      return null;
    }
  }

  private async wait(status: number, response: Response | null, attempt: number, attempts: number): Promise<void> {
    const asked = retryAfter(response?.headers.get('retry-after') ?? null);
    const milliseconds = asked ?? Math.min(60_000, 500 * 2 ** (attempt - 1));
    const reason = status === 429 ? 'rate limit' : status === 0 ? 'no answer' : `HTTP ${String(status)}`;
    if (status === 429 && (milliseconds > (this.options.patience ?? 300_000) || attempt >= attempts))
      throw new RateLimited(`the registry's rate limit asks to wait ${String(Math.round(milliseconds / 1000))} s`);
    this.options.onWait?.(reason, milliseconds);
    const sleep = this.options.sleep ?? ((time: number) => new Promise((done) => setTimeout(done, time)));
    await sleep(milliseconds);
  }

  /** Follows `WWW-Authenticate: Bearer realm=…,service=…,scope=…`. */
  private async token(challenge: string, repository: string): Promise<string> {
    const { realm, service, scope } = readChallenge(challenge);
    if (realm === undefined)
      throw new Error(`${repository}: the registry asks for a way to sign in that is not supported`);
    const address = new URL(realm);
    if (service !== undefined) address.searchParams.set('service', service);
    address.searchParams.set('scope', scope ?? `repository:${repository}:pull`);
    const response = await this.once(address, {});
    if (response?.ok !== true) throw new Error(`${repository}: no token, HTTP ${String(response?.status ?? 0)}`);
    const { token, access_token: access } = (await response.json()) as { token?: string; access_token?: string };
    const found = token ?? access;
    if (found === undefined) throw new Error(`${repository}: the token answer holds no token`);
    return found;
  }
}

/** Key and value pairs of a Bearer challenge; empty for another scheme. */
export function readChallenge(header: string): Record<string, string> {
  if (!/^bearer /i.test(header)) return {};
  return Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map((pair) => [pair[1] ?? '', pair[2] ?? '']));
}

/** Milliseconds; the header holds seconds or a date. */
export function retryAfter(header: string | null, now = Date.now()): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
