/** Every page of the workbench by its route, with addresses at which it shows something of the examples. */
import type { APIRequestContext } from 'playwright-core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mediaTypes, type Dropped } from '../e2e/documents.ts';
import { asking, made, type Asker, type Made } from './made.ts';

/** Who looks at a page: everybody's pages are looked at by both. */
export type Who = 'visitor' | 'administrator';

export interface Looked {
  /** Folder of the route. */
  route: string;
  address: string;
  who: Who[];
}

const both: Who[] = ['visitor', 'administrator'];
/** Where an administrator sees no more than on other pages of the route. */
const visitors: Who[] = ['visitor'];
const officer: Who[] = ['administrator'];

/** An example as it would be dropped into a form. */
export function example(name: string): Dropped {
  const folder = path.resolve(import.meta.dirname, '../../examples/files');
  return { name, mimeType: mediaTypes.docx, buffer: readFileSync(path.join(folder, name)) };
}

/** Pages of a part of the house that lists its own: a file in `parts/` exports one as `part`. */
export interface Part {
  /** Makes what its pages need and the examples lack, as an administrator; names of its own to addresses or ids. */
  make(asker: Asker): Promise<Record<string, string>>;
  /** Routes with addresses, given what was made. */
  pages(made: Record<string, string>): Record<string, [addresses: string[], who: Who[]]>;
}

const parts = Object.values(import.meta.glob<Part>('./parts/*.ts', { eager: true, import: 'part' }));

/** Ids that differ from start to start. */
export interface Ids extends Made {
  /** What the parts made, in their order. */
  parts: Record<string, string>[];
  reading: string;
  openReading: string;
  unknownReading: string;
  source: string;
  account: string;
  job: string;
}

const last = (url: string | undefined): string => url?.split('/').at(-1) ?? '';

/** Asks an administrator's lists for the ids. An example that is known already makes an import and stores nothing. */
export async function findIds(request: APIRequestContext, address: string): Promise<Ids> {
  const rows = async (list: string): Promise<Record<string, string>[]> => {
    const answer = await request.get(`/api/v1/lists/${list}`);
    return ((await answer.json()) as { rows: Record<string, string>[] }).rows;
  };
  const readings = await rows('readings');
  const named = (name: string): string => last(readings.find((row) => row['name'] === name)?.['address']);
  const proposal = await (await request.get('/texts/proposals/nic-12a1-2')).text();
  const imported = await request.post('/intake', {
    headers: { origin: address, accept: 'text/html' },
    multipart: { files: example('NIC-12A1 contribution.docx') },
    maxRedirects: 0,
  });
  const ofParts: Record<string, string>[] = [];
  for (const part of parts) ofParts.push(await part.make(asking(request, address)));
  return {
    ...(await made(request, address)),
    parts: ofParts,
    reading: named('Interagency meeting 12 report.docx'),
    openReading: named('NIC-12A1 flattened copy.txt'),
    unknownReading: named('Circular on parking.docx'),
    source: /\/sources\/([0-9a-f-]+)/.exec(proposal)?.[1] ?? '',
    account: last((await rows('accounts'))[0]?.['address']),
    job: last(imported.headers()['location']),
  };
}

/** The addresses to look at. */
export function pages(ids: Ids): Looked[] {
  const open = `/intake/${ids.openReading}`;
  const clause = encodeURIComponent('/proposals/1/text/sections/0/clauses/0');
  const strategic = '/plans/strategic-plan-of-the-oceanic-communications-union-for-2026';
  const proposal = '/texts/proposals/nic-12a1-2';
  const preparation = `/texts/preparations/${ids.preparation}`;
  const compare = '/texts/compare?from=resolution-9-suva-2021&to=resolution-9-apia-2025';
  const all: Record<string, [addresses: string[], who: Who[]]> = {
    '/': [['/'], both],
    '/account': [['/account'], officer],
    '/check': [['/check'], both],
    '/check/rules': [['/check/rules'], visitors],
    '/history': [['/history'], officer],
    '/intake': [['/intake'], officer],
    '/intake/[id]': [
      [`/intake/${ids.reading}`, open, `${open}?show=doubtful`, `/intake/${ids.unknownReading}?show=left-over`],
      officer,
    ],
    '/intake/[id]/correct': [[`${open}/correct?at=`, `${open}/correct?at=${clause}`], officer],
    '/intake/[id]/lay-aside': [[`${open}/lay-aside`], officer],
    '/intake/[id]/settle': [[`${open}/settle`, `${open}/settle?at=${clause}`], officer],
    '/intake/[id]/take-out': [[`${open}/take-out?at=${clause}`], officer],
    '/intake/jobs/[id]': [[`/intake/jobs/${ids.job}`], officer],
    '/missions': [['/missions'], both],
    '/missions/calls/[slug]': [['/missions/calls/ocu-expert-mission-2026'], both],
    '/missions/applications': [['/missions/applications'], both],
    '/missions/applications/[slug]': [['/missions/applications/ocu-expert-mission-2026-1-fiji'], both],
    '/missions/assistance-plans': [['/missions/assistance-plans'], both],
    '/missions/assistance-plans/[slug]': [
      ['/missions/assistance-plans/rules-for-warnings-over-mobile-networks-fiji'],
      officer,
    ],
    '/open-data': [['/open-data'], both],
    '/partners': [['/partners'], both],
    '/partners/activities': [['/partners/activities', '/partners/activities?words=warnings'], both],
    '/partners/meetings/[slug]': [['/partners/meetings/igdi-12-2026-04-22'], officer],
    '/partners/organisations': [['/partners/organisations', '/partners/organisations?words=zzyzzy'], both],
    '/partners/organisations/[slug]': [['/partners/organisations/ocu', '/partners/organisations/ocu?edit'], both],
    '/people': [['/people'], officer],
    '/people/[id]': [[`/people/${ids.account}`], officer],
    '/plans': [['/plans'], both],
    '/plans/[slug]': [[strategic], both],
    '/plans/[slug]/reword': [[`${strategic}/reword?element=${encodeURIComponent('action:a.1.1')}`], officer],
    '/search': [['/search?words=cable'], both],
    '/sign-in': [['/sign-in'], ['visitor']],
    '/sources/[id]': [[`/sources/${ids.source}`, `/sources/${ids.source}?line=96#L96`], both],
    '/start-empty': [['/start-empty'], officer],
    '/texts': [['/texts', '/texts?at=2025', '/texts?at=soon'], both],
    '/texts/[slug]': [['/texts/resolution-9-suva-2021'], both],
    '/texts/clashes': [['/texts/clashes', '/texts/clashes?theme=no-such-theme'], visitors],
    '/texts/compare': [[compare], visitors],
    '/texts/consolidations/[slug]': [
      [`/texts/consolidations/${ids.consolidation}`, `/texts/consolidations/${ids.consolidation}?state=1`],
      officer,
    ],
    '/texts/[slug]/history/[clause]': [
      ['/texts/resolution-4-apia-2025/history/resolves-2', '/texts/resolution-4-apia-2025/history/considering-c'],
      visitors,
    ],
    '/texts/bodies': [['/texts/bodies'], both],
    '/texts/bodies/[slug]': [['/texts/bodies/plenipotentiary-assembly-of-the-oceanic-communications-union'], both],
    '/texts/conferences/[slug]': [['/texts/conferences/plenipotentiary-assembly-apia-2025'], both],
    '/texts/contributions': [['/texts/contributions'], both],
    '/texts/contributions/[slug]': [['/texts/contributions/nic-12a1'], both],
    '/texts/drafts': [['/texts/drafts'], both],
    '/texts/drafts/new': [['/texts/drafts/new', '/texts/drafts/new?text=resolution-4-suva-2021'], officer],
    '/texts/drafts/[slug]': [[`/texts/drafts/${ids.draft}`], officer],
    '/texts/drafts/[slug]/change': [[`/texts/drafts/${ids.draft}/change?block=title`], officer],
    '/texts/drafts/[slug]/check': [[`/texts/drafts/${ids.draft}/check`], officer],
    '/texts/drafts/[slug]/edit': [[`/texts/drafts/${ids.draft}/edit`], officer],
    '/texts/drafts/[slug]/history': [[`/texts/drafts/${ids.draft}/history`], officer],
    '/texts/fate/[slug]': [['/texts/fate/nic-12a1-2', '/texts/fate/nic-12a1-3', '/texts/fate/nic-12a1-5'], visitors],
    '/texts/instruments/[slug]': [
      ['/texts/instruments/resolution-4', '/texts/instruments/resolution-4?at=2022-06-30'],
      both,
    ],
    '/texts/instruments/[slug]/clashes': [['/texts/instruments/resolution-4/clashes'], both],
    '/texts/preparations': [['/texts/preparations'], both],
    '/texts/preparations/new': [['/texts/preparations/new'], officer],
    '/texts/preparations/[slug]': [[preparation], officer],
    '/texts/preparations/[slug]/edit': [[`${preparation}/edit`], officer],
    '/texts/preparations/[slug]/support': [[`${preparation}/support`], officer],
    '/texts/preparations/[slug]/reply': [
      [`${preparation}/reply`, `${preparation}/reply?member=${ids.member}`],
      officer,
    ],
    '/texts/preparations/[slug]/proposals/[serial]': [
      [`${preparation}/proposals/1`, `${preparation}/proposals/new`],
      officer,
    ],
    '/texts/proposals': [['/texts/proposals'], both],
    '/texts/proposals/[slug]': [[proposal], both],
    '/trace': [['/trace'], both],
    /** Not a folder: what stands where no page is, and where one may not look. */
    error: [['/no/such/page', '/people'], ['visitor']],
  };
  const more: Record<string, string[]> = {
    '/texts/instruments/[slug]/clashes': [
      '/texts/instruments/resolution-17/clashes?only=disputed',
      '/texts/instruments/constitution/clashes',
    ],
    '/plans/[slug]': ['/plans/action-plan-of-the-bureau-for-development-for-2026-2027'],
    '/search': ['/search?words=satelite', '/search?words=zzyzzy'],
    '/texts/compare': [
      `${compare}&view=changes`,
      `${compare}&view=sides`,
      '/texts/compare',
      '/texts/compare?from=nic-12a1-4:base&to=nic-12a1-4:proposed',
      '/texts/compare?from=nic-12a1-4:proposed',
    ],
    '/texts/proposals/[slug]': [
      ...['changes', 'sides', 'base', 'proposed'].map((view) => `${proposal}?view=${view}`),
      '/texts/proposals/nic-12a1-3',
      '/texts/proposals/nic-12a1-4?view=sides',
      '/texts/proposals/nic-12a1-5',
    ],
  };
  parts.forEach((part, index) => Object.assign(all, part.pages(ids.parts[index] ?? {})));
  return [
    ...Object.entries(all).flatMap(([route, [addresses, who]]) =>
      addresses.map((address) => ({ route, address, who })),
    ),
    ...Object.entries(more).flatMap(([route, addresses]) =>
      addresses.map((address) => ({ route, address, who: visitors })),
    ),
  ];
}
