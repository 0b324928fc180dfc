/** From a document to a reading: which kind it is, what is in it, and what was left over. */
import { contactWithholder, withheldMark, withholdContactsWithin } from '#kernel/contacts.ts';
import type { AnyRecord, Finding, LineRange, ProposalsRecord, Reading, ReadingKind } from '#kernel/reading/index.ts';
import {
  fold,
  isBlank,
  linesOf,
  type Document,
  type KnownTexts,
  type Line,
  type Recogniser,
  type Recognition,
  type Source,
  type Suitability,
} from '#formats/document/index.ts';
import { recognisePlan } from '#modules/plans/index.ts';
import { recognisers } from './recognisers.ts';

/** Below this a document is of no kind that we know. */
const leastScore = 0.5;
/** Two kinds this close are both named, so that a person decides. */
const closeCall = 0.1;

interface Judged {
  recogniser: Recogniser;
  suitability: Suitability;
}

/** What was understood of a document: a reading without the particulars of its file. */
export type Understanding = Omit<Reading, 'source'>;

/**
 * Understands a document. Never throws: a recogniser that fails is reported as a finding and the document kept as
 * unknown.
 * @param only read it as this kind, whatever the signs say
 * @param known texts that proposals in it may be about: a copy without revision marks is read with them
 */
export function understand(
  document: Document,
  only: ReadingKind | null = null,
  known: KnownTexts | null = null,
): Understanding {
  const source: Source = { document, lines: linesOf(document), ...(known === null ? {} : { known }) };
  const judged = only === null ? judgeAll(source) : [];
  const chosen =
    only === null
      ? judged.find(({ suitability }) => suitability.score >= leastScore)?.recogniser
      : recognisers.find(({ kind }) => kind === only);
  const findings: Finding[] = document.remarks.map((remark) => ({
    rule: `file-${remark.code}`,
    level: 'info',
    lines: remark.line === null ? null : [remark.line, remark.line],
    message: remark.message,
  }));
  if (chosen === undefined) return unknown(source, [...findings, unknownFinding(judged)]);

  const rival = judged.find(
    ({ recogniser, suitability }) =>
      recogniser !== chosen &&
      suitability.score > (judged[0]?.suitability.score ?? 1) - closeCall &&
      suitability.score >= leastScore,
  );
  if (rival !== undefined) findings.push(closeFinding(chosen.kind, rival));
  try {
    return whole(source, chosen.kind, complete(source, chosen.recognise(source)), findings);
  } catch (error) {
    findings.push({
      rule: 'recogniser-failed',
      level: 'error',
      lines: null,
      message: `Reading this file as ${chosen.kind} failed (${error instanceof Error ? error.message : 'unknown error'}). The file is kept; please report it.`,
    });
    return unknown(source, findings);
  }
}

/** Asks the recognisers how well they suit, best first. One that is certain ends the asking. */
function judgeAll(source: Source): Judged[] {
  const judged: Judged[] = [];
  for (const recogniser of recognisers) {
    const suitability = judge(recogniser, source);
    judged.push({ recogniser, suitability });
    if (suitability.score >= 1) break;
  }
  return judged.sort((a, b) => b.suitability.score - a.suitability.score);
}

function judge(recogniser: Recogniser, source: Source): Suitability {
  try {
    return recogniser.suits(source);
  } catch (error) {
    return { score: 0, why: `it could not be looked at (${error instanceof Error ? error.message : 'unknown error'})` };
  }
}

/** A proposal may propose a whole plan; the rooms of texts and plans do not know each other, so it is read here. */
function complete(source: Source, recognition: Recognition): Recognition {
  const { record } = recognition;
  if (!('proposals' in record)) return recognition;
  const placed = new Set(recognition.placed);
  const findings = [...recognition.findings];
  const proposals = record.proposals.map((proposal) => {
    if (proposal.text === null || !changesAnnexOnly(proposal)) return proposal;
    const range: LineRange = [proposal.text.annexes[0]?.line ?? proposal.lines[0], proposal.lines[1]];
    const plan = recognisePlan(source, range);
    if (plan === null) return proposal;
    for (const line of plan.placed) placed.add(line);
    findings.push(...plan.findings);
    return { ...proposal, plan: plan.record };
  });
  return { record: { ...record, proposals }, placed, findings };
}

function changesAnnexOnly(proposal: ProposalsRecord['proposals'][number]): boolean {
  return proposal.target.part !== null || (proposal.text?.sections.length === 0 && proposal.text.annexes.length > 0);
}

function whole(source: Source, kind: ReadingKind, recognition: Recognition, findings: Finding[]): Understanding {
  const lines = source.lines.filter((line) => !isBlank(wordsOf(line)));
  const left = lines.filter((line) => !recognition.placed.has(line.number));
  // Whatever one could reach a person by is in no reading, not even where a recogniser took a line apart.
  const withhold = contactWithholder(source.lines.map(wordsOf).join('\n'));
  const record: AnyRecord = withholdContactsWithin(recognition.record, withhold);
  return {
    kind,
    record,
    lines: { total: lines.length, placed: lines.length - left.length },
    unplaced: withoutContacts(
      withoutColumns(source.lines, left).map((line) => ({ line: line.number, text: fold(wordsOf(line)) })),
      withhold,
    ),
    findings: [...findings, ...recognition.findings]
      .sort(byLine)
      .map((finding) => withoutTelltale(finding, withholdContactsWithin(finding, withhold))),
  };
}

/** A mend repeats the words around it: where some of them are withheld, it is left out whole. */
function withoutTelltale(finding: Finding, withheld: Finding): Finding {
  const { mend, ...rest } = withheld;
  const tells = mend !== undefined && (mend.from !== finding.mend?.from || mend.to !== finding.mend.to);
  return tells ? rest : withheld;
}

/** A line that holds nothing but converter marks is a line of the source all the same. */
function wordsOf(line: Line): string {
  return isBlank(line.text) ? (line.paragraph.raw ?? '') : line.text;
}

function unknown(source: Source, findings: Finding[]): Understanding {
  const empty: Recognition = { record: { sections: [] } as never, placed: new Set(), findings: [] };
  return { ...whole(source, 'unknown', empty, findings), record: null };
}

const contactHeading = /^(?:tel|t[eé]l|phone|mobile|mob|cell|fax|contact (?:no|number)|whatsapp)/iu;

function columnOf({ cell }: Line): string {
  return cell === null ? '' : `${cell.table} ${cell.column}`;
}

/** Figures in a column headed "Telephone" need no further words to be a number. */
function withoutColumns(all: readonly Line[], left: readonly Line[]): Line[] {
  const columns = new Set<string>();
  for (const line of all)
    if (line.cell?.row === 0 && contactHeading.test(line.text.trim())) columns.add(columnOf(line));
  if (columns.size === 0) return [...left];
  return left.map((line) =>
    columns.has(columnOf(line)) && /\d\D{0,3}\d\D{0,3}\d/u.test(line.text) ? { ...line, text: withheldMark } : line,
  );
}

/** Takes contacts out of lines that follow each other, so that an address broken over two of them is found. */
function withoutContacts(
  lines: Reading['unplaced'],
  withhold: ReturnType<typeof contactWithholder>,
): Reading['unplaced'] {
  const cleaned = withhold(lines.map((line) => line.text).join('\n')).text.split('\n');
  return lines.map((line, index) => ({ line: line.line, text: cleaned[index] ?? '' }));
}

const byLine = (a: Finding, b: Finding): number => (a.lines?.[0] ?? 0) - (b.lines?.[0] ?? 0);

function unknownFinding(judged: Judged[]): Finding {
  const reasons = judged.map(({ recogniser, suitability }) => `${recogniser.kind}: ${suitability.why}`);
  return {
    rule: 'kind-unknown',
    level: 'warning',
    lines: null,
    message: `The file is of no kind that is known here. ${reasons.join('; ')}.`,
  };
}

function closeFinding(kind: ReadingKind, rival: Judged): Finding {
  return {
    rule: 'kind-doubtful',
    level: 'warning',
    lines: null,
    message: `Read as ${kind}, but it may be ${rival.recogniser.kind}: ${rival.suitability.why}.`,
  };
}
