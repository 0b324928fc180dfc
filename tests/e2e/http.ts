/** The workbench as a program sees it: requests with or without a session, and a crawl of everything that is linked. */

export interface Answer {
  address: string;
  status: number;
  headers: Headers;
  text: string;
}

/** Somebody with a session cookie, or with none. */
export interface Client {
  readonly cookie: string | null;
  get(address: string): Promise<Answer>;
  post(address: string, form: FormData | URLSearchParams, headers?: Record<string, string>): Promise<Answer>;
}

/** @param origin address of the workbench, without a slash at its end */
export function client(origin: string, cookie: string | null = null): Client {
  const own: Record<string, string> = cookie === null ? {} : { cookie };
  async function ask(address: string, init: RequestInit): Promise<Answer> {
    const answer = await fetch(`${origin}${address}`, { redirect: 'manual', ...init });
    return { address, status: answer.status, headers: answer.headers, text: await answer.text() };
  }
  return {
    cookie,
    get: (address) => ask(address, { headers: { accept: 'text/html,*/*;q=0.5', ...own } }),
    post: (address, form, headers = {}) =>
      ask(address, { method: 'POST', body: form, headers: { accept: 'text/html', origin, ...own, ...headers } }),
  };
}

/** Signs in by the form and keeps the cookie. */
export async function signedInClient(origin: string, name: string, password: string): Promise<Client> {
  const answer = await client(origin).post('/sign-in', new URLSearchParams({ name, password, back: '/' }));
  const [cookie] = answer.headers.getSetCookie();
  if (answer.status !== 303 || cookie === undefined) throw new Error(`${name} cannot sign in: ${answer.status}`);
  return client(origin, cookie.split(';')[0] ?? '');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Words of HTML as they are read, with its entities resolved. */
export function resolved(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name?.toLowerCase() ?? ''] ?? whole;
  });
}

/** Addresses within the workbench that an answer names: links, forms that ask, pictures, feeds, records. */
export function linksIn(answer: Answer, origin: string): string[] {
  const found: string[] = [];
  for (const match of answer.text.matchAll(/(?:href|src|action)="([^"]*)"|"address":"([^"]*)"/g)) {
    found.push(resolved(match[1] ?? match[2] ?? ''));
  }
  const to = answer.headers.get('location');
  if (to !== null) found.push(to);
  return found.flatMap((link) => {
    const base = new URL(answer.address, origin);
    if (!URL.canParse(link, base)) return [];
    const url = new URL(link, base);
    return url.origin === origin ? [`${url.pathname}${url.search}`] : [];
  });
}

/**
 * Follows every link from some addresses on, several at a time.
 * @param wanted leaves addresses out, such as the same list in another order
 */
export async function crawl(
  from: Client,
  origin: string,
  seeds: readonly string[],
  wanted: (address: string) => boolean,
): Promise<Map<string, Answer>> {
  const seen = new Map<string, Answer>();
  const asked = new Set<string>();
  const queue: string[] = [];
  const add = (address: string): void => {
    if (asked.has(address) || !wanted(address)) return;
    asked.add(address);
    queue.push(address);
  };
  for (const seed of seeds) add(seed);
  const work = async (): Promise<void> => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      const answer = await from.get(address);
      seen.set(address, answer);
      for (const link of linksIn(answer, origin)) add(link);
    }
  };
  // A worker that finds the queue empty stops; the next round starts all of them again on what was found meanwhile.
  while (queue.length > 0) await Promise.all(Array.from({ length: 4 }, work));
  return seen;
}
