/**
 * Which outcomes an applicant chose. Forms lose their ticks on the way (printing, conversion, retyping), and a lost
 * tick must never look like "none chosen": without a mark the answer is unknown, and weaker signs are only offered as a
 * candidate for a person to confirm.
 */
import type { Finding, MissionApplication, OutcomeCode } from '#kernel/reading/index.ts';
import type { FormLine } from '../form-lines.ts';
import { codesIn, optionsIn, outcomeCodes, type Option } from './options.ts';

type Outcomes = MissionApplication['expectedOutcomes'];

export interface ReadOutcomes {
  outcomes: Outcomes;
  findings: Finding[];
}

const unknown = (candidate: OutcomeCode[] | null): Outcomes => ({ state: 'unknown', codes: [], candidate });
const given = (codes: Iterable<OutcomeCode>): Outcomes => ({ state: 'given', codes: inOrder(codes), candidate: null });

function inOrder(codes: Iterable<OutcomeCode>): OutcomeCode[] {
  const chosen = new Set(codes);
  return outcomeCodes.filter((code) => chosen.has(code));
}

/**
 * Reads the answer; `lines` are the non-blank lines below the question, `null` when the question is not there.
 *
 * @param question may say how to choose: by underlining, by striking out
 */
export function readOutcomes(lines: readonly FormLine[] | null, question = ''): ReadOutcomes {
  if (lines === null) return { outcomes: unknown(null), findings: [] };
  const { options, sentences } = optionsIn(inRows(lines));
  const range: [number, number] | null = lines.length === 0 ? null : [lines[0]?.number ?? 1, lines.at(-1)?.last ?? 1];
  const finding = (rule: string, level: Finding['level'], message: string): Finding => ({
    rule,
    level,
    lines: range,
    message,
  });

  const told = fromSentences(sentences, options);
  if (told !== null) {
    const open = told.all && !hasOtherText(options);
    const findings = open
      ? [
          finding(
            'others-without-text',
            'info',
            'All options are chosen by a sentence; "Others" is not counted, for nothing is written beside it.',
          ),
        ]
      : [];
    return { outcomes: given(told.codes), findings };
  }
  if (options.some((option) => option.mark.startsWith('disputed'))) {
    const seen = options.filter((option) => option.mark === 'ticked' || option.mark === 'disputed-ticked');
    const message = 'A check box says one thing in its properties and shows another: ask the applicant which holds.';
    return { outcomes: unknown(candidateOf(seen)), findings: [finding('tick-disagrees', 'warning', message)] };
  }
  const ticked = options.filter((option) => option.mark === 'ticked');
  if (ticked.length > 0) return fromTicks(ticked, options, finding);
  const styled = ticked.length === 0 ? chosenByStyle(options, question) : null;
  if (styled !== null) return { outcomes: given(styled), findings: [] };
  if (lines.length === 0) return { outcomes: { state: 'blank', codes: [], candidate: null }, findings: [] };
  const weak = weakEvidence(options, sentences);
  if (weak === null && options.some((option) => option.mark === 'empty')) {
    const message = 'No box is ticked on the question about expected outcomes.';
    return {
      outcomes: { state: 'blank', codes: [], candidate: null },
      findings: [finding('no-option-ticked', 'warning', message)],
    };
  }
  const hint = weak === null ? '' : ` ${weak.why}: perhaps ${weak.codes.join(', ')}.`;
  const message = `The ticks of the expected outcomes are lost, so what was chosen is unknown.${hint} Ask the applicant.`;
  return { outcomes: unknown(weak?.codes ?? null), findings: [finding('ticks-lost', 'warning', message)] };
}

/** Where the question asks to underline what is wanted or to strike out what is not, the look is the answer. */
function chosenByStyle(options: readonly Option[], question: string): OutcomeCode[] | null {
  const left = options.filter((option) => !option.struck);
  if (/\b(?:delete|strike|cross)\b/iu.test(question) && left.length > 0 && left.length < options.length) {
    return left.flatMap((option) => option.codes[0] ?? []);
  }
  const strong = options.filter((option) => option.emphasis === 'all');
  const asked = /\b(?:underline|highlight|bold|mark)\b/iu.test(question);
  if (!asked || strong.length === 0 || strong.length === options.length) return null;
  return strong.flatMap((option) => option.codes[0] ?? []);
}

/** Columns headed "Yes" and "No": a mark in one of them is an answer in words. */
function withAnswers(lines: readonly FormLine[]): FormLine[] {
  const heads = new Map<string, string>();
  return lines.flatMap((line) => {
    if (line.cell === null) return [line];
    const place = `${line.cell.table} ${line.cell.column}`;
    const head = /^(yes|no)$/iu.exec(line.words)?.[1]?.toLowerCase();
    if (head !== undefined && !heads.has(place)) {
      heads.set(place, head);
      return [];
    }
    const answer = heads.get(place);
    if (answer === undefined || line.words.length > 3) return [line];
    return [{ ...line, text: `– ${answer}`, words: `– ${answer}`, marked: `– ${answer}` }];
  });
}

/** The cells of a row as one line: the box may stand in a column of its own. */
function inRows(answer: readonly FormLine[]): FormLine[] {
  const lines = withAnswers(answer);
  const rows: FormLine[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    const sameRow =
      line.cell !== null &&
      last?.cell?.table === line.cell.table &&
      last.cell.row === line.cell.row &&
      last.cell.column < line.cell.column;
    if (!sameRow || last === undefined) rows.push(line);
    else
      rows[rows.length - 1] = {
        ...last,
        text: `${last.text} ${line.text}`,
        words: `${last.words} ${line.text}`,
        marked: `${last.marked} ${line.marked}`,
      };
  }
  return rows;
}

function candidateOf(options: readonly Option[]): OutcomeCode[] | null {
  const codes = inOrder(options.flatMap((option) => option.codes));
  return codes.length === 0 ? null : codes;
}

/** A ticked stretch with the words of two options is one option only if the other one stands elsewhere too. */
function fromTicks(
  ticked: readonly Option[],
  options: readonly Option[],
  finding: (rule: string, level: Finding['level'], message: string) => Finding,
): ReadOutcomes {
  const leads = new Set(options.map((option) => option.codes[0]));
  const merged = ticked.filter((option) => option.codes.slice(1).some((code) => code !== 'others' && !leads.has(code)));
  if (merged.length > 0 && options.length < outcomeCodes.length) {
    const message = 'A tick stands before two options that were run together, so it is not certain which is meant.';
    return { outcomes: unknown(candidateOf(ticked)), findings: [finding('tick-ambiguous', 'warning', message)] };
  }
  return { outcomes: given(ticked.flatMap((option) => option.codes[0] ?? [])), findings: [] };
}

// ---------------------------------------------------------------- answers in words

function fromSentences(
  sentences: readonly FormLine[],
  options: readonly Option[],
): { codes: OutcomeCode[]; all: boolean } | null {
  for (const sentence of sentences) {
    const words = sentence.words.replace(/\s+/gu, ' ');
    const everything =
      /^(?:all|both|any)\b(?:.*\b(?:above|options|listed|them|below)\b.*|\s*[.!]?)$/iu.test(words) ||
      /\b(?:all|each) of the (?:above|options|following)\b/iu.test(words);
    if (everything) return { codes: allExcept(words, options), all: true };
    if (/^none\b(?:\s+of\b.*)?[.!]?$/iu.test(words)) return { codes: [], all: false };
    const only = /^only\b|\b(?:we|our \w+) (?:choose|select|chose|selected|opt for)\b/iu.test(words)
      ? codesIn(words)
      : [];
    if (only.length > 0) return { codes: only, all: false };
    const byLabel = fromLabels(words, options);
    if (byLabel !== null) return { codes: byLabel, all: false };
  }
  return null;
}

function allExcept(words: string, options: readonly Option[]): OutcomeCode[] {
  const excepted = /\b(?:except|excluding|apart from|other than|but not|save|without)\b(.*)$/iu.exec(words)?.[1] ?? '';
  const without = new Set(codesIn(excepted));
  const printed = options.length === 0 ? outcomeCodes : options.flatMap((option) => option.codes);
  const others = hasOtherText(options);
  return inOrder(printed).filter((code) => !without.has(code) && (code !== 'others' || others));
}

/** Something is written beside "Others". */
function hasOtherText(options: readonly Option[]): boolean {
  return options.some(
    (option) =>
      option.codes[0] === 'others' &&
      /others?\W*(?!please|specify)\p{L}{3}/iu.test(option.text.replace(/\(?(?:please )?specify\)?/iu, '')),
  );
}

/** "1, 2 and 5", "a) and c)": options named by their labels. */
function fromLabels(words: string, options: readonly Option[]): OutcomeCode[] | null {
  if (
    !/^(?:options?|nos?\.?|items?|numbers?)?\s*(?:\(?(?:\d{1,2}|[a-h])\)?[.)]?(?:\s*(?:,|and|&|;)\s*|\s*$)){1,8}$/iu.test(
      words,
    )
  )
    return null;
  const wanted = [...words.matchAll(/\b(\d{1,2}|[a-h])\b/giu)].map((match) => (match[1] ?? '').toLowerCase());
  const byLabel = new Map(
    options.map((option) => [(option.label ?? '').replace(/\W/gu, '').toLowerCase(), option.codes[0]]),
  );
  const codes = wanted.map((label) => byLabel.get(label));
  return codes.every((code): code is OutcomeCode => code !== undefined) ? codes : null;
}

// ---------------------------------------------------------------- what is left where ticks were

/** Signs too weak to be an answer, strongest first. */
function weakEvidence(
  options: readonly Option[],
  sentences: readonly FormLine[],
): { codes: OutcomeCode[]; why: string } | null {
  if (options.length === 0) {
    const codes = inOrder(sentences.flatMap((sentence) => codesIn(sentence.words)));
    return codes.length === 0 ? null : { codes, why: 'The answer is written in words' };
  }
  // Options that a conversion ran together tell nothing by their look.
  if (options.some((option) => option.codes.length > 1 && isMerged(option, options))) return null;
  const contrasts: { why: string; differs: (option: Option) => boolean }[] = [
    { why: 'Some options keep a trace of bold type', differs: (option) => option.residue },
    { why: 'Some options are set bold or underlined', differs: (option) => option.emphasis === 'all' },
    { why: 'Some options stand without a bullet', differs: (option) => !option.bullet },
  ];
  for (const { why, differs } of contrasts) {
    const chosen = options.filter(differs);
    if (chosen.length > 0 && chosen.length < options.length)
      return { codes: inOrder(chosen.flatMap((option) => option.codes[0] ?? [])), why };
  }
  const printed = inOrder(options.flatMap((option) => option.codes[0] ?? []));
  if (printed.length > 4) return null;
  return { codes: printed, why: 'Only some of the options are left' };
}

function isMerged(option: Option, options: readonly Option[]): boolean {
  return option.codes.slice(1).some((code) => !options.some((other) => other !== option && other.codes[0] === code));
}
