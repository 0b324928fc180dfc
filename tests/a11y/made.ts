/** What some pages need and the examples lack: opened by an administrator's forms once, found again afterwards. */
import type { APIRequestContext } from 'playwright-core';
import type { Dropped } from '../e2e/documents.ts';
import { resolved } from '../e2e/http.ts';

/** Addresses' last parts. */
export interface Made {
  draft: string;
  consolidation: string;
  /** A contribution in preparation whose members are asked. */
  preparation: string;
  /** Id of one of the members asked. */
  member: string;
}

/** Asks for pages and sends forms as a signed-in person. */
export interface Asker {
  page(address: string): Promise<string>;
  /** Sends a form; gives the address to which the answer leads. */
  send(address: string, form: string | Record<string, string>): Promise<string>;
  /** Sends a form; gives the page that answers it. */
  answer(address: string, form: Record<string, string>): Promise<string>;
  /** Sends a file in a form; gives the address to which the answer leads. */
  sendFile(address: string, field: string, file: Dropped): Promise<string>;
}

export function asking(request: APIRequestContext, origin: string): Asker {
  return {
    page: async (address) => resolved(await (await request.get(address)).text()),
    send: async (address, form) => {
      const answer = await request.post(address, {
        headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        data: new URLSearchParams(form).toString(),
        maxRedirects: 0,
      });
      return answer.headers()['location'] ?? '';
    },
    answer: async (address, form) => {
      const headers = { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
      return resolved(
        await (await request.post(address, { headers, data: new URLSearchParams(form).toString() })).text(),
      );
    },
    sendFile: async (address, field, file) => {
      const answer = await request.post(address, {
        headers: { origin, accept: 'text/html' },
        multipart: { [field]: file },
        maxRedirects: 0,
      });
      return answer.headers()['location'] ?? '';
    },
  };
}

export async function made(request: APIRequestContext, origin: string): Promise<Made> {
  const asker = asking(request, origin);
  const draft = await found(asker, '/texts/drafts', /\/texts\/drafts\/(resolution-[\w-]+)/, () =>
    asker.send('/texts/drafts/new', { text: 'resolution-4-suva-2021', title: '' }),
  );
  const preparation = await preparationAsked(asker);
  const reply = await asker.page(`/texts/preparations/${preparation}/reply`);
  return {
    preparation,
    member: /<option value="([0-9a-f-]{36})"/.exec(reply)?.[1] ?? '',
    draft,
    consolidation: await found(
      asker,
      '/texts/instruments/resolution-4/clashes',
      /\/texts\/consolidations\/([\w-]+)/,
      () => asker.send('/texts/instruments/resolution-4/clashes', {}),
    ),
  };
}

/** What a page names, or the form that opens it leads to. */
async function found(asker: Asker, address: string, named: RegExp, open: () => Promise<string>): Promise<string> {
  return named.exec(await asker.page(address))?.[1] ?? named.exec(await open())?.[1] ?? '';
}

async function preparationAsked(asker: Asker): Promise<string> {
  const named = /\/texts\/preparations\/(nic-[\w-]+)/;
  const known = named.exec(await asker.page('/texts/preparations'))?.[1];
  if (known !== undefined) return known;
  const opened = await asker.send('/texts/preparations/new', {
    title: 'Common proposals for Apia',
    proponent: 'NIC',
    conference: 'Plenipotentiary Assembly',
    place: 'Apia',
    year: '2029',
    number: '7',
    addendum: '',
    template: 'conference',
  });
  const slug = named.exec(opened)?.[1] ?? '';
  const address = `/texts/preparations/${slug}`;
  const form = await asker.page(`${address}/proposals/new`);
  for (const [name, symbol] of [
    [/value="(text:[^"]+)"[^>]*>Resolution 12 /, 'NOC'],
    [/value="(text:[^"]+)"[^>]*>Resolution 17 /, 'SUP'],
    [/value="(draft:[^"]+)"/, 'MOD'],
  ] as const) {
    const about = name.exec(form)?.[1];
    const words = { title: '', summary: 'What it does.', introduction: '', reasons: 'It serves.' };
    if (about !== undefined) await asker.send(`${address}/proposals/new?/save`, { about, symbol, ...words });
  }
  const asking = await asker.page(`${address}/support`);
  const members = [...asking.matchAll(/name="members" value="([^"]+)"/g)].slice(0, 3).map(([, id = '']) => id);
  const version = /name="version" value="(\d+)"/.exec(asking)?.[1] ?? '';
  const rule = { leastSupport: '25', leastMembers: '', mostOpposition: '50' };
  const asked = new URLSearchParams({ version, replyBy: '2999-06-01', ...rule });
  for (const member of members) asked.append('members', member);
  await asker.send(`${address}/support`, asked.toString());
  return slug;
}
