/** What a meeting agreed, offered, announced, found: numbered outcomes, sentences of minutes, tables of actions. */
import { rowsOf } from '#formats/document/rows.ts';
import type { MeetingRecord, Media, OutcomeKind } from '#kernel/reading/index.ts';
import type { MeetingLine } from './meeting-lines.ts';
import type { Register } from './organisations.ts';

type Outcome = MeetingRecord['outcomes'][number];

export interface ReadOutcomes {
  outcomes: Outcome[];
  placed: number[];
}

/** Explicit words for each kind. The words that come first in a text decide. */
const words: [OutcomeKind, RegExp][] = [
  [
    'view',
    /\b(?:shared? the (?:same )?(?:view|opinion)|(?:of|expressed) the (?:view|opinion)|believe[sd]?|recogni[sz]e[sd]?|stress(?:es|ed)|emphasi[sz]e[sd]?|underline[sd]?|highlighted|acknowledge[sd]?|welcome[sd]?(?! (?:the|an?) (?:\w+ )?offer\b)|appreciate[sd]?|considere?d that)\b/iu,
  ],
  [
    'agreement',
    /\b(?:agree[sd]?|agreement was reached|decide[sd]?|adopted|approved|endorsed|resolved|confirmed|concluded|reached consensus)\b/iu,
  ],
  [
    'offer',
    /\b(?:(?:accept(?:s|ed)?|welcome[sd]?) (?:the|an?) (?:\w+ )?offer|offer(?:s|ed)?|volunteer(?:s|ed)?|propose[sd]? to host|expressed (?:its|their|his|her) (?:readiness|willingness))\b/iu,
  ],
  [
    'announcement',
    /\b(?:plan(?:s|ned)? to|will (?:organi[sz]e|host|hold|launch|publish|convene|be (?:held|organi[sz]ed|hosted|launched|convened|published))|announce[sd]?|intend(?:s|ed)? to|(?:is|are) (?:planning|going) to)\b/iu,
  ],
  [
    'invitation',
    /\b(?:encourage[sd]?|invite[sd]?|request(?:s|ed)?|urge[sd]?|call(?:s|ed)? (?:up)?on|(?:is|are|was|were) (?:asked|invited|requested|encouraged) to|recommend(?:s|ed)?)\b/iu,
  ],
  [
    'consideration',
    /\b(?:(?:is|are|was|were) considering|consider(?:s|ed)? (?:how|whether|to|the possibility)|considers an?\b|(?:is|are) (?:exploring|looking into|discussing)|under consideration|discussed (?:whether|the possibility))\b/iu,
  ],
  [
    'problem',
    /\b(?:concerns? (?:was|were|about|over|that|at|regarding)|expressed (?:\w+ )?concerns?|problems?|challenges?|difficult(?:y|ies)|lack(?:s|ing|ed)?|gaps?|duplicat(?:ion|es|ed)|not (?:\w+ )?(?:well|sufficiently|adequately|yet|enough) \w+|insufficient|obstacles?|barriers?|constraints?|delays?)\b/iu,
  ],
];

/** The kind of an outcome by its explicit words; `fact` when none of them stands in it. */
export function kindOf(text: string): OutcomeKind {
  const found = words.map(([kind, pattern]) => ({ kind, at: text.search(pattern) })).filter(({ at }) => at !== -1);
  return found.sort((a, b) => a.at - b.at)[0]?.kind ?? 'fact';
}

interface Draft {
  number: number | null;
  /** Texts of its lines. */
  texts: string[];
  lines: number[];
  /** Words of the introduction it stands under ("The meeting agreed:"). */
  under: string;
}

/** Reads a part of outcomes: each numbered item or paragraph is one. */
export function readOutcomes(lines: readonly MeetingLine[], register: Register, firstNumber: number): ReadOutcomes {
  const drafts: Draft[] = [];
  let under = '';
  let numbered: Omit<Draft, 'texts'> | null = null;
  lines.forEach((line, at) => {
    if (line.blank || nextMeetingLabel.test(line.words)) return;
    const adjacent = lines[at - 1]?.blank === false && line.cell === null;
    const coded = /^[A-Z]{1,3}[- ]?(\d{1,3})(?:[.:)]| [–-])\s+(?=\S)/u.exec(line.words);
    const alone = numberAlone.exec(line.text);
    if (alone !== null) {
      numbered = { number: Number(alone[2]), under: alone[1] ?? '', lines: [line.number] };
      return;
    }
    const isItem = line.label !== null || line.bullet || coded !== null;
    const last = drafts.at(-1);
    const next = lines.slice(at + 1, at + 4).find((one) => !one.blank);
    const introduces =
      line.text.endsWith(':') && (!isItem || next?.bullet === true || /\p{Ll}/u.test(next?.label ?? ''));
    if (introduces) under = line.text;
    else if (
      !isItem &&
      numbered === null &&
      adjacent &&
      last !== undefined &&
      (last.number !== null || isUnfinished(last.texts.at(-1) ?? '', line.text))
    ) {
      // A line that breaks off goes on in the next one, and so does a numbered item.
      last.texts.push(line.text);
      last.lines.push(line.number);
    } else
      drafts.push({
        number: coded === null ? (numbered?.number ?? numberOf(line)) : Number(coded[1]),
        texts: [line.words.slice(coded?.[0].length ?? 0)],
        lines: [line.number, ...(numbered?.lines ?? [])],
        under: numbered?.under ?? (isItem ? under : ''),
      });
    numbered = null;
  });
  return finished(drafts, register, firstNumber);
}

/** "Next call: …" below a list is no item of it. */
export const nextMeetingLabel = /^(?:date of )?(?:the )?next (?:meeting|session|call)\s*[:–-]/iu;

/** "Decision 3 (SC-14)" on a line above its text. */
const numberAlone =
  /^(decision|recommendation|resolution|conclusion|agreement|action|outcome)\s(?:no\.?\s)?(?:\p{L}{1,6}[-/ ]?)?(?:\d{1,3}[./-])?(\d{1,3})(?:\s?\([^()]{1,30}\))?\s*:?$/iu;

/** Whether words break off at the end of a line; a line that begins with a capital goes on with a few kinds of ends only. */
function isUnfinished(text: string, next: string): boolean {
  if (/[.;!?]$/u.test(text)) return false;
  return !/^\p{Lu}/u.test(next) || /(?:[,:–-]|\b(?:of|and|or|the|a|an|in|on|for|to|with|by))$/iu.test(text);
}

function numberOf(line: MeetingLine): number | null {
  // "3.", "(3)", "Decision 3:", "Decision 3 –"
  const digits = /^(?:\(|\p{L}{4,} )?(\d{1,4})\s?[.):–-]*$/u.exec(line.label ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function finished(drafts: readonly Draft[], register: Register, firstNumber: number): ReadOutcomes {
  const result: ReadOutcomes = { outcomes: [], placed: [] };
  let number = firstNumber - 1;
  for (const draft of drafts) {
    // A list that begins anew, or has no numbers, is counted on.
    number = draft.number !== null && draft.number > number ? draft.number : number + 1;
    const text = draft.texts.join(' ');
    const own = kindOf(text);
    const kind = own === 'fact' ? kindByPlace(text, draft.under, register) : own;
    result.outcomes.push({
      number,
      text,
      kind,
      organisations: register.named(text),
      line: draft.lines[0] ?? 1,
    });
    for (const one of draft.lines) result.placed.push(one);
  }
  return result;
}

/** The kind of words that name none: by what they stand under, else a body that will do something announces it. */
function kindByPlace(text: string, under: string, register: Register): OutcomeKind {
  if (/^(?:decision|resolution|agreement|action)$/iu.test(under)) return 'agreement';
  if (/^recommendation$/iu.test(under)) return 'invitation';
  const above = under === '' ? 'fact' : kindOf(under);
  if (above !== 'fact') return above;
  const will = /^.{2,200}?(?= will (?!be\b|have\b)\p{Ll})/u.exec(text.slice(0, 220))?.[0] ?? '';
  const last = register.mentions(will).at(-1);
  if (last !== undefined && last.to === will.length) return 'announcement';
  // "Reef Bank to send the map": an action that somebody was given.
  const [first] = register.mentions(text.slice(0, 200));
  const given = first !== undefined && /^(?:the )?$/iu.test(text.slice(0, first.from));
  return given && /^ to (?!the\b|an?\b|its\b)\p{Ll}{2,}/u.test(text.slice(first.to)) ? 'agreement' : 'fact';
}

const decision =
  /^(?:accordingly,? |therefore,? |in conclusion,? |after (?:some )?discussion,? )?(?:(?:the )?(?:(?:\p{L}+ ){0,3}(?:group|(?:sub-?)?committee|team|commission|council|panel)|meeting|participants|session|members|forum|board|task force|agencies|delegates|partners)|[A-Z]{2,8}[- ]?\d{1,3})\s(?:(?:reviewed|considered|discussed|examined|noted)\b[^.;:]{1,150}? and )?(?:unanimously |also |further |then |generally )*(?:agreed|accepted|concluded|confirmed|decided|noted|took note|requested|invited|encouraged|urged|recommended|approved|adopted|endorsed|established|welcomed|resolved|tasked|expressed)\b/iu;

/** Reads the deciding sentences of minutes that have no part of their own for outcomes; only their own paragraphs. */
export function readDecisions(lines: readonly MeetingLine[], register: Register): ReadOutcomes {
  const drafts: Draft[] = [];
  let list: string | null = null;
  for (const line of lines) {
    if (line.blank || line.cell !== null) continue;
    const told = deciding(line.words, register);
    if (told.length > 0) {
      list = told[0]?.endsWith(':') === true ? line.words : null;
      if (list !== null) continue;
      for (const text of told) drafts.push({ number: null, texts: [text], lines: [line.number], under: '' });
    } else if (list !== null && (line.label !== null || line.bullet)) {
      drafts.push({ number: null, texts: [line.words], lines: [line.number], under: list });
    } else list = null;
  }
  return finished(drafts, register, 1);
}

/** The deciding sentences of a paragraph: what the meeting decided, what a body known by name offered or took on. */
function deciding(words: string, register: Register): string[] {
  if (decision.test(words)) return [words];
  if (words.length > longestParagraph) return [];
  return words.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => {
    if (decision.test(sentence)) return true;
    const [first] = register.mentions(sentence.slice(0, 200));
    if (first === undefined || !/^(?:the )?$/iu.test(sentence.slice(0, first.from))) return false;
    return /^ (?:also |further |kindly )?(?:(?:offered|volunteered|undertook|agreed) to|expressed concerns?)\b/u.test(
      sentence.slice(first.to),
    );
  });
}

const longestParagraph = 3000;

/** Reads a table of actions (what, who, by when); `null` where there is none. */
export function readActions(
  lines: readonly MeetingLine[],
  media: Media,
  register: Register,
  firstNumber: number,
): ReadOutcomes | null {
  const rows = rowsOf(
    lines.flatMap((line) => line.sources),
    media,
  );
  for (const [at, row] of rows.entries()) {
    const find = (pattern: RegExp): number =>
      row.cells.findIndex((cell) => cell.text.length < 50 && pattern.test(cell.text));
    const action = find(/\b(?:actions?|tasks?|follow[- ]?up|decisions?|what|activit(?:y|ies))\b/iu);
    const holder = find(/\b(?:responsib\w+|who|lead|owner|by whom|assigned|agency|organi[sz]ation)\b/iu);
    if (action === -1 || holder === -1 || action === holder) continue;
    return actionRows(rows.slice(at + 1), { action, holder }, row.lines, register, firstNumber);
  }
  return null;
}

type Rows = ReturnType<typeof rowsOf>;

function actionRows(
  rows: Rows,
  columns: { action: number; holder: number },
  header: readonly number[],
  register: Register,
  firstNumber: number,
): ReadOutcomes {
  const result: ReadOutcomes = { outcomes: [], placed: [...header] };
  for (const row of rows) {
    const action = row.cells[columns.action]?.text ?? '';
    const line = row.lines[0];
    if (action === '' || line === undefined || /^(?:actions?|tasks?|what)\b.{0,20}$/iu.test(action)) continue;
    const others = row.cells.filter((cell, at) => at > columns.action && cell.text !== '').map((cell) => cell.text);
    const holder = row.cells[columns.holder]?.text ?? '';
    const named = register.named(holder);
    result.outcomes.push({
      number: firstNumber + result.outcomes.length,
      // Who and by when belong to what was agreed.
      text: [action, ...others].join('; '),
      kind: 'agreement',
      organisations: named.length > 0 || holder === '' ? named : [holder],
      line,
    });
    for (const one of row.lines) result.placed.push(one);
  }
  return result;
}
