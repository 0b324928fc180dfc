/** Which body adopted a cited text: from the words around the citation, else from where and when it was adopted. */
import { conferences } from '#data/conferences.ts';
import type { Revision } from '#kernel/reading/index.ts';

interface Body {
  code: string;
  names: string;
}

/** Names as they stand in running text. A council that is not the organisation's own has its own code. */
const bodies: readonly Body[] = [
  {
    code: 'UNGA',
    names: String.raw`(?:United\s+Nations|UN)\s+(?:General\s+)?Assembly|General\s+Assembly\s+of\s+the\s+(?:United\s+Nations|UN)|UNGA|General\s+Assembly`,
  },
  { code: 'ECOSOC', names: String.raw`ECOSOC|Economic\s+and\s+Social\s+Council` },
  { code: 'HRC', names: String.raw`Human\s+Rights\s+Council` },
  { code: 'UNSC', names: String.raw`Security\s+Council` },
  {
    code: 'PP',
    names: String.raw`(?:ITU\s+)?Plenipotentiary(?:\s+Conference|(?!\s+(?:Assembly|Congress|Council|Meeting)))|PP`,
  },
  { code: 'WTDC', names: String.raw`World\s+Telecommunications?\s+Development\s+Conference|WTDC` },
  { code: 'WTSA', names: String.raw`World\s+Telecommunications?\s+Standardi[sz]ation\s+Assembly|WTSA` },
  { code: 'RA', names: String.raw`Radiocommunication\s+Assembly|RA` },
  { code: 'WRC', names: String.raw`World\s+Radiocommunication\s+Conference|WRC` },
  { code: 'WCIT', names: String.raw`World\s+Conference\s+on\s+International\s+Telecommunications|WCIT` },
  { code: 'WTPF', names: String.raw`World\s+Telecommunication\S*\s+(?:[\p{L}/() ]{0,60}\s+)?Policy\s+Forum|WTPF` },
  { code: 'Council', names: String.raw`(?:ITU\s+)?Council` },
  { code: 'UPU', names: String.raw`(?:UPU\s+)?Congress` },
];

/** What may follow a body's name: "(WTDC)", "-17", "1417". */
const afterName = String.raw`(?:\s*\(\p{Lu}{2,6}\))?(?:[-‑ ]?\d{2}(?:\s?\d{2})?)?`;
/** What may stand before it: "the", "the fifth", "the 2017". */
const beforeName = String.raw`(?:the\s+)?(?:(?:\d{4}\s+session\s+of\s+(?:the\s+)?|(?:\d{4}|first|second|third|fourth|fifth|sixth)\s+))?`;

const following = bodies.map(({ code, names }) => ({
  code,
  pattern: new RegExp(
    String.raw`^[\s,]*(?:of|by|from|adopted\s+by|approved\s+by)\s+${beforeName}(?:${names})(?!\p{L})`,
    'iu',
  ),
}));
const preceding = bodies.map(({ code, names }) => ({
  code,
  pattern: new RegExp(
    String.raw`(?<![\p{L}-])(?:${names})(?:['’]s)?${afterName}(?:,?\s+(?:by|in|through|under)\s+its|,\s+(?:by|in))?\s*$`,
    code.length <= 3 ? 'u' : 'iu',
  ),
}));
const subject = new RegExp(
  String.raw`(?<![\p{L}-])(?:${bodies.map(({ names }, index) => `(?<b${index}>${names})`).join('|')})(?:['’]s)?${afterName}(?!\p{L})`,
  'gu',
);
const own = /^[\s,]*(?:of|by)\s+this\s+(?:conference|assembly|congress|council)\b/iu;
/** Between a body and what it adopted; without such a word the body is only mentioned. */
const verb =
  /\b(?:adopt|approv|call|endors|instruct|not|revis)(?:s|es|ed|d|led|ing)\b|\b(?:especially|including)\b|\bresolutions\b/iu;

/** The body that the words right after a citation name, or `null`. `speaker` is the body whose text this is. */
export function bodyAfter(text: string, speaker: string | null): string | null {
  const tail = text.slice(0, 200);
  if (own.test(tail)) return speaker;
  return following.find(({ pattern }) => pattern.test(tail))?.code ?? null;
}

/** The body that the words right before a citation name: "Council Resolution 5", "the Council, by its Resolution 5". */
export function bodyBefore(text: string): string | null {
  const head = text.slice(-120);
  return preceding.find(({ pattern }) => pattern.test(head))?.code ?? null;
}

/** The body that a sentence has act: "WTSA adopted Resolutions 32, 33 and 44". */
export function actingBody(text: string): string | null {
  const head = text.slice(-240);
  const sentence = head.slice(Math.max(head.lastIndexOf(';'), head.lastIndexOf('. '), -1) + 1);
  const last = [...sentence.matchAll(subject)].at(-1);
  if (last === undefined || !verb.test(sentence.slice(last.index + last[0].length))) return null;
  const index = bodies.findIndex((_, at) => last.groups?.[`b${at}`] !== undefined);
  return bodies[index]?.code ?? null;
}

/** The body of the first line that begins "The … Conference of …,". */
export function speakerOf(texts: readonly string[]): string | null {
  for (const text of texts) {
    if (!/^\s*The\s/.test(text) || text.length > 300 || !/,\s*$/.test(text)) continue;
    const found = bodies.find(({ names }) => new RegExp(String.raw`^\s*The\s+(?:${names})(?!\p{L})`, 'iu').test(text));
    if (found !== undefined) return found.code;
  }
  return null;
}

const byPlace = new Map<string, string[]>();
for (const { place, year, body } of conferences) {
  const key = `${place}|${year}`;
  byPlace.set(key, [...(byPlace.get(key) ?? []), body]);
}

/** The body that met there in that year, where only one did. */
export function bodyOfRevision(revision: Revision | null): string | null {
  if (revision === null) return null;
  if (/^[A-Z]{2,6}$/.test(revision.place)) return revision.place;
  const met = byPlace.get(`${revision.place}|${revision.year}`) ?? [];
  return met.length === 1 ? (met[0] ?? null) : null;
}

/** Whether nothing speaks against a body having adopted a text there and then. */
export function canHaveMet(body: string | null, revision: Revision | null): boolean {
  if (body === null || revision === null || revision.place === '') return true;
  const met = byPlace.get(`${revision.place}|${revision.year}`);
  return met === undefined || met.includes(body);
}

/** The body that ever met at a place, where only one did. */
export function bodyOfPlace(place: string): string | null {
  const met = new Set(conferences.filter((conference) => conference.place === place).map(({ body }) => body));
  return met.size === 1 ? ([...met][0] ?? null) : null;
}
