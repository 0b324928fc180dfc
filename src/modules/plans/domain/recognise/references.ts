/**
 * Resolutions, WSIS action lines and Sustainable Development Goals named in a text, with the slips that lists of
 * numbers hold: numbers without a separator, numbers named twice, targets without their dot.
 */
import type { Alignment } from '#kernel/reading/index.ts';

export interface Reference {
  to: Alignment['to'];
  /** Where in the text it stands. */
  from: number;
  /** As printed, where that is not the usual form ("5b"). */
  irregular: string | null;
}

export interface References {
  found: Reference[];
  /** Pairs of numbers with nothing but a blank between them ("10 11"). */
  unseparated: string[];
  /** Named more than once in the same list. */
  repeated: string[];
  /** Resolutions of bodies for which a link has no place. */
  foreign: string[];
}

const bodies: readonly (readonly [RegExp, 'PP' | 'WTDC' | 'other'])[] = [
  [/\bWTDC\b[^A-Z]*$/, 'WTDC'],
  [/\b(?:PP|Plenipotentiary(?: Conference)?)\b[^A-Z]*$/i, 'PP'],
  [/\b(?:WTSA|WRC|RA|ITU-[RTD]|Council|UNGA|General Assembly|ECOSOC|Human Rights Council)\b[^A-Z]*$/i, 'other'],
];

/** Every reference in a text. `always` reads plain numbers of goals also where the text does not say "SDG". */
export function referencesIn(text: string, always: 'sdg' | 'wsis' | 'resolution' | null = null): References {
  const result: References = { found: [], unseparated: [], repeated: [], foreign: [] };
  resolutions(text, always === 'resolution', result);
  actionLines(text, always === 'wsis', result);
  development(text, always === 'sdg', result);
  result.found.sort((a, b) => a.from - b.from);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  result.found = result.found.filter(({ to }) => {
    const key = `${to.scheme} ${to.body ?? ''} ${to.code}`;
    if (seen.has(key)) repeated.add(`${to.body === undefined ? '' : `${to.body} `}${to.code}`);
    return !seen.has(key) && seen.add(key);
  });
  result.repeated = [...repeated];
  return result;
}

const resolutionWord = /\b(?:Resolutions?\b|Res\b\.?(?=\s*(?:Nos?\.?\s*)?\d))(?:\s+Nos?\.?)?/gi;
/** "Resolutions: PP 71, 135; WTDC 37": the body stands before its numbers. */
const bodyFirst = /\b(?:PP|WTDC|WTSA|WRC|RA|UNGA|ECOSOC)(?:-\d{2,4})?(?=\s+\d{1,3}(?!\d))/g;

function resolutions(text: string, always: boolean, result: References): void {
  const worded = [...text.matchAll(resolutionWord)];
  const starts = worded.length === 0 ? [] : [...worded, ...text.matchAll(bodyFirst)].sort((a, b) => a.index - b.index);
  if (starts.length === 0 && always) readNumbers(text, 0, bodyOf(text, 0, text.length), result);
  for (const start of starts) {
    const from = start.index + start[0].length;
    const colon = /^\s*:/.exec(text.slice(from, from + 10))?.[0].length ?? 0;
    const end = numberListEnd(text, from + colon);
    readNumbers(
      text.slice(0, end),
      from + colon,
      bodyOf(text, worded.includes(start) ? start.index : from, end),
      result,
    );
  }
}

/** The body that the words right before or right after a list name. */
function bodyOf(text: string, before: number, after: number): 'PP' | 'WTDC' | 'other' | null {
  const ahead = text.slice(Math.max(0, before - 40), before);
  for (const [pattern, body] of bodies) if (pattern.test(ahead)) return body;
  const behind = /^\s*(?:of|by|from|adopted by)?\s*(?:the )?(.{0,40})/.exec(text.slice(after, after + 60))?.[1] ?? '';
  if (/^(?:PP\b|Plenipotentiary)/i.test(behind)) return 'PP';
  if (/^WTDC\b/.test(behind)) return 'WTDC';
  return /^(?:WTSA|WRC|RA\b|Council|UNGA|General Assembly|United Nations|ECOSOC|Human Rights)/i.test(behind)
    ? 'other'
    : null;
}

const revision = /^\s*\((?:Rev\.|[A-Z])[^()]{0,60}\)/;

/** Where the list of numbers that begins at `from` ends. */
function numberListEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const piece = text.slice(at, at + 120);
    const gap = /^\s*(?:(?:[,;]|\band\b|&)\s*){0,3}/i.exec(piece)?.[0].length ?? 0;
    const number = /^\d{1,4}(?![\d/.]*\d)/.exec(piece.slice(gap))?.[0];
    if (number === undefined) return at;
    at += gap + number.length;
    at += revision.exec(text.slice(at, at + 80))?.[0].length ?? 0;
  }
}

/** Reads the resolutions numbered in `text` from `from` to its end. */
function readNumbers(text: string, from: number, body: 'PP' | 'WTDC' | 'other' | null, result: References): void {
  const list = text.slice(from).replace(/\([^()]*\)/g, (words) => ' '.repeat(words.length));
  let end = -1;
  let previous = '';
  for (const match of list.matchAll(/(?<![\d.])\d{1,4}(?![\d/.]*\d)/g)) {
    if (body === 'other') {
      result.foreign.push(match[0]);
      continue;
    }
    const between = end === -1 ? ',' : text.slice(from + end, from + match.index);
    if (/^\s+$/.test(between)) result.unseparated.push(`${previous} ${match[0]}`);
    previous = match[0];
    const to: Alignment['to'] = { scheme: 'resolution', ...(body === null ? {} : { body }), code: match[0] };
    result.found.push({ to, from: from + match.index, irregular: null });
    end = match.index + match[0].length;
  }
}

function actionLines(text: string, always: boolean, result: References): void {
  const start = always ? 0 : text.search(/\bWSIS\b|\baction lines?\b/i);
  if (start === -1) return;
  const part = text.slice(start);
  const lettered = [
    ...part.matchAll(/(?<![\w.-])C[\s.]?(1[01]|[1-9])(?![\w-])(?:\s*(?:[–-]|to)\s*C?(1[01]|[1-9])(?!\w))?/g),
  ];
  const bare = /\baction lines?(?:\s+nos?\.?)?\s*:?((?:\s*(?:,|and|&)?\s*(?:1[01]|[1-9])(?![\w.-])){1,11})/i.exec(part);
  const numbered = bare === null ? [] : [...(bare[1] ?? '').matchAll(/(1[01]|[1-9])()/g)];
  for (const match of lettered.length > 0 ? lettered : numbered) {
    const first = Number(match[1]);
    const last = Number(match[2] ?? '') || first;
    for (let number = first; number <= Math.max(first, last); number++) {
      result.found.push({ to: { scheme: 'wsis', code: `C${number}` }, from: start + match.index, irregular: null });
    }
  }
}

const indicator = /(?<![\d.])(1[0-7]|[1-9])\.(\d{1,2}|[a-d])\.(\d{1,2})(?![\d.]*\d)/gi;
const target = /(?<![\d.])(1[0-7]|[1-9])(\.?)(\d{1,2}|[a-d])(?![\w]|\.\w)/gi;

function development(text: string, always: boolean, result: References): void {
  const start = always ? 0 : text.search(/\bSDGs?(?=\d|\b)|\bsustainable development goals?\b/i);
  if (start === -1) return;
  const part = text.slice(start);
  for (const match of part.matchAll(indicator)) {
    const to = { scheme: 'sdg-indicator' as const, code: match[0].toLowerCase() };
    result.found.push({ to, from: start + match.index, irregular: null });
  }
  const withoutIndicators = part.replace(indicator, (code) => ' '.repeat(code.length));
  for (const match of withoutIndicators.matchAll(target)) {
    const [printed, goal = '', dot = '', item = ''] = match;
    if (dot === '' && /\d/.test(item)) continue;
    const to = { scheme: 'sdg-target' as const, code: `${goal}.${item.toLowerCase()}` };
    result.found.push({ to, from: start + match.index, irregular: dot === '' ? printed : null });
  }
  goals(
    withoutIndicators.replace(target, (code) => (/^\d\d?$/.test(code) ? code : ' '.repeat(code.length))),
    start,
    result,
  );
}

/** Goals: numbers after "SDG", and the list of plain numbers that goes on from there. */
function goals(text: string, offset: number, result: References): void {
  const plain = text.replace(/\([^()]*\)?/g, (words) => ' '.repeat(words.length));
  let at = 0;
  for (const start of plain.matchAll(/\bSDGs?|\bGoals?\b|^/gi)) {
    if (start.index < at) continue;
    at = start.index + start[0].length;
    for (let goal = nextGoal(plain, at); goal !== null; goal = nextGoal(plain, at)) {
      for (let number = goal.first; number <= goal.last; number++) {
        result.found.push({
          to: { scheme: 'sdg-goal', code: String(number) },
          from: offset + goal.from,
          irregular: null,
        });
      }
      at = goal.to;
    }
  }
}

/** The next goal of a list, or the next goals from one to another ("1–3"). */
function nextGoal(text: string, at: number): { first: number; last: number; from: number; to: number } | null {
  const ahead = text.slice(at, at + 60);
  const match = /^(?:\s*(?:[,;:/]|\band\b|&|\(s\)))*\s*(?:SDGs?|Goals?|:)?[\s#-]*(1[0-7]|[1-9])(?![\d.]*\d|%)/i.exec(
    ahead,
  );
  if (match === null) return null;
  const first = Number(match[1]);
  const range = /^\s?(?:[–-]|to\s)\s?(?:SDGs?\s?)?(1[0-7]|[1-9])(?![\d.]*\d|%)/i.exec(ahead.slice(match[0].length));
  const last = range === null ? first : Number(range[1]);
  const to = at + match[0].length + (last > first ? (range?.[0].length ?? 0) : 0);
  return { first, last: Math.max(first, last), from: at + match[0].length - (match[1] ?? '').length, to };
}
