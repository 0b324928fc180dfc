/**
 * Resolutions, decisions, recommendations. A list shares its head ("Resolutions 30, 37 and 50"), the revision that
 * follows its last members, and the body that follows its end ("of WTDC"); flattened revisions show an older one too.
 */
import type { Citation, Revision } from '#kernel/reading/index.ts';
import { codeSeams, revisionSeams } from '../flattened/names.ts';
import { numberSeams } from '../flattened/numbers.ts';
import { runsWith, withoutOverlap } from '../flattened/seams.ts';
import { baseOf, proposedOf } from '../words/runs.ts';
import { fullYear, properName, revisionIn } from '../words/revision.ts';
import { actingBody, bodyAfter, bodyBefore, bodyOfPlace, bodyOfRevision, canHaveMet } from './bodies.ts';
import { found, listSeparator, type CitationContext, type Found, type Scanned } from './scan.ts';

const heads =
  /(?<![\p{L}\d-])(Resolutions?|RESOLUTIONS?|resolutions?|Res(?:\.|(?=[ \u00a0]\d))|Decisions?|DECISIONS?|Dec\.|Recommendations?|RECOMMENDATIONS?|Rec\.)[\s\u00a0]{0,3}(?:(?:Nos?\.|No(?=[ \u00a0]\d)|n°|№)[\s\u00a0]{0,2})?/gu;
const item =
  /^(?:(ITU[-‑ ]?[RTD])[\s\u00a0]+)?(\[[^\]\n]{1,30}\]|\(E[UC]\)[ \u00a0](?:No[ \u00a0])?\d{1,4}\/\d{1,4}|\d{1,4}\/\d{1,4}\/(?:EU|EC|EEC|JHA|CFSP|Euratom)|(?:WHA|EB)\d{1,3}(?:\.R?\d{1,3}|\(\d{1,3}\))|A\/(?:RES\/|Res\/)?\d{2,3}\/\d{1,4}|\d{1,4}\/\d{1,5}(?:\/\d{1,4})?(?:[ \u00a0][A-D](?![\p{L}]))?|(?:MSC|MEPC|LEG|FAL|TC)\.\d{1,4}\(\d{1,3}\)|A\.\d{1,4}\(\d{1,3}\)|C[ \u00a0]?\d{1,3}\/(?:19|20)\d\d|COM\d\/\d{1,2}|\p{Lu}{1,3}\.\d{1,4}(?:\.\d{1,3})?(?:[-‑]\d{1,2}|bis|ter)?|\d{1,4}(?:[-‑]\d{1,2})?(?:[ \u00a0]bis)?)(?![\d\p{L}]|\.\d)/u;
const brackets = /^[\s\u00a0]*\(((?:[^()]|\([^()]*\)){2,90})\)(?:[\s\u00a0]?\(([^()]{4,60})\))?/u;
const looseBody = /^[\s\u00a0]+(PP|WTDC|WTSA|WRC|RA|WCIT)[-‑\s]?((?:19|20)\d\d|\d\d)(?!\d)/u;
const loosePlace = /^[\s\u00a0]*,[\s\u00a0]*(\p{Lu}[\p{L} -]{2,30})(?=\))/u;

interface Item {
  from: number;
  to: number;
  sector: string | null;
  number: string;
  revision: Revision | null;
  superseded: Revision | null;
  /** A body named in the item itself: "85 WTDC 2017". */
  body: string | null;
}

/** The citations of instruments in a line. */
export function instrumentCitations(scanned: Scanned, context: CitationContext): Found[] {
  const { text } = scanned;
  if (!/res|dec|rec/i.test(text)) return [];
  const citations: Found[] = [];
  // From the right: a list takes its body from the one that goes on with it ("…, Resolutions 49 and 75 of …").
  let next: { from: number; body: string | null } = { from: -1, body: null };
  for (const match of [...text.matchAll(heads)].reverse()) {
    const head = match[1] ?? '';
    const kind = kindOf(head);
    const start = match.index + match[0].length;
    const items = itemsOf(text, start, /ns$/i.test(head), context);
    const last = items.at(-1);
    if (last === undefined || !isCited(head, items)) continue;
    const before = text.slice(0, match.index);
    const goesOn: boolean =
      next.from >= last.to && /^[\s\u00a0,]*(?:and[\s\u00a0]+)?$/u.test(text.slice(last.to, next.from));
    const shared: string | null =
      bodyBefore(before) ??
      bodyAfter(text.slice(last.to), context.speaker) ??
      sharedBody(items) ??
      (goesOn && canHaveMet(next.body, last.revision) ? next.body : null) ??
      actingBody(before);
    next = { from: match.index, body: shared };
    items.forEach((one, index) => {
      const from = index === 0 ? match.index : one.from;
      citations.push(citationOf(scanned, from, one, kind, bodyOf(one, shared), context));
    });
  }
  return citations;
}

function kindOf(head: string): Citation['kind'] {
  const letter = head.charAt(0).toLowerCase();
  return letter === 'd' ? 'decision' : head.toLowerCase().startsWith('rec') ? 'recommendation' : 'resolution';
}

/** "the decisions 5 and 6 years ago": lower-case words of other kinds are common ones. */
function isCited(head: string, items: readonly Item[]): boolean {
  const first = items[0];
  if (first === undefined) return false;
  if (kindOf(head) === 'recommendation')
    return /^\p{Lu}/u.test(head) && (first.sector !== null || /\d/.test(first.number));
  return !/^(?:19|20)\d\d$/.test(first.number) || first.revision !== null;
}

/** The members of a list that share a head. One without plural goes on only where the next names its revision. */
function itemsOf(text: string, start: number, plural: boolean, context: CitationContext): Item[] {
  const items: Item[] = [];
  let at = start;
  while (items.length < 60) {
    const one = itemAt(text, at, context);
    if (one === null || (items.length > 0 && !plural && one.revision === null && one.sector === null)) break;
    // "Recommendations ITU-T L.1000 and L.1400": the sector is that of all.
    if (/^\p{Lu}{1,3}\.\d/u.test(one.number)) one.sector ??= items.at(-1)?.sector ?? null;
    items.push(one);
    const gap = listSeparator.exec(text.slice(one.to, one.to + 20))?.[0] ?? '';
    if (gap.trim() === '') break;
    at = one.to + gap.length;
  }
  shareRevisions(items);
  return items;
}

/** "Resolutions 101, 102 and 133 (Rev. …)": the revision is that of all before it that have none of their own. */
function shareRevisions(items: readonly Item[]): void {
  for (let at = items.length - 2; at >= 0; at--) {
    const here = items[at];
    const next = items[at + 1];
    if (here === undefined || next === undefined || here.revision !== null) continue;
    here.revision = next.revision;
    here.superseded = next.superseded;
    here.body ??= next.body;
  }
}

function itemAt(text: string, at: number, context: CitationContext): Item | null {
  const match = item.exec(text.slice(at, at + 60));
  if (match === null) return null;
  const to = at + match[0].length;
  const [, sector, core = ''] = match;
  const one: Item = {
    from: at,
    to,
    sector: sector === undefined ? null : `ITU-${sector.slice(-1)}`,
    number: core.replace(/^\[|\]$/g, '').replaceAll('‑', '-'),
    revision: null,
    superseded: null,
    body: null,
  };
  return withRevision(text, one, context);
}

function withRevision(text: string, one: Item, { evidence }: CitationContext): Item {
  const rest = text.slice(one.to, one.to + 200);
  const bracket = brackets.exec(rest);
  if (bracket !== null) {
    const seams = withoutOverlap([...revisionSeams(bracket[0], evidence), ...codeSeams(bracket[0], evidence)]);
    const runs = runsWith(bracket[0], seams);
    const after = revisionOf(proposedOf(runs));
    const before = revisionOf(baseOf(runs));
    if (after !== null || before !== null) {
      // A second pair of brackets belongs to the citation only as the other revision of the same text.
      const whole = bracket[2] === undefined || seams.length > 0 ? bracket[0] : rest.slice(0, rest.indexOf(')') + 1);
      one.to += whole.length;
      one.revision = after ?? before;
      one.superseded = seams.length > 0 && after !== null ? before : null;
    }
    return one;
  }
  const body = looseBody.exec(rest);
  if (body !== null) {
    one.to += body[0].length;
    one.body = body[1] ?? null;
    const year = fullYear(body[2] ?? '');
    const place = [...evidence.places].find(
      ([name, years]) => years.has(year) && bodyOfRevision({ place: name, year, revised: false }) === one.body,
    );
    one.revision = place === undefined ? null : { place: place[0], year, revised: false };
    return one;
  }
  const place = loosePlace.exec(rest);
  if (place !== null && evidence.places.has(properName(place[1] ?? ''))) {
    one.to += place[0].length;
    one.body = bodyOfPlace(properName(place[1] ?? ''));
  }
  return one;
}

/** A revision in brackets; where only a year is named (texts of a council), the place is empty. */
function revisionOf(bracketed: string): Revision | null {
  const named = revisionIn(bracketed);
  if (named !== null) return named;
  const year = /\(\s*(rev\.?\s*)?((?:19|20)\d\d)\s*\)/i.exec(bracketed);
  return year === null ? null : { place: '', year: Number(year[2]), revised: year[1] !== undefined };
}

function sharedBody(items: readonly Item[]): string | null {
  const last = items.at(-1);
  return last?.body ?? bodyOfRevision(last?.revision ?? null);
}

function bodyOf(one: Item, shared: string | null): string | null {
  if (one.body !== null) return one.body;
  if (one.sector === 'ITU-R' && /^\d/.test(one.number)) return 'RA';
  if (one.sector !== null) return one.sector;
  if (/^(?:A\.\d|MSC|MEPC|LEG|FAL|TC)/.test(one.number) && one.number.includes('(')) return 'IMO';
  if (/^C ?\d/.test(one.number)) return 'UPU';
  if (/^(?:WHA|EB)\d/.test(one.number)) return 'WHO';
  if (/^\(E[UC]\)|\/\p{Lu}/u.test(one.number)) return 'EU';
  if (/^A\//i.test(one.number)) return 'UNGA';
  if (/^\d+\/\d+/.test(one.number)) return shared ?? (/^\d{2}\//.test(one.number) ? 'UNGA' : null);
  return bodyOfRevision(one.revision) === null ? shared : (shared ?? bodyOfRevision(one.revision));
}

/** One citation, with the proposed number where a flattened one shows two. */
function citationOf(
  scanned: Scanned,
  from: number,
  { number, revision, superseded, to }: Item,
  kind: Citation['kind'],
  body: string | null,
  { evidence }: CitationContext,
): Found {
  const fused = /^\d+\/\d+\/\d/.test(number);
  const plain = fused
    ? proposedOf(runsWith(number, numberSeams(number, evidence))).trim()
    : number.replace(/^A\/(?:RES\/)?/i, '');
  return found(scanned, from, to, { kind, body, number: plain, revision, superseded });
}
