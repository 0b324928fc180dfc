/** What a file holds beside the form that it is read by: questions of other forms, and a second form below the first. */
import { applicationQuestions } from '../../../recognise/application/vocabulary.ts';
import { planFields } from '../../../recognise/assistance-plan/vocabulary.ts';
import { headersIn } from '../../../recognise/headers.ts';
import { candidates, matchQuestions } from '../../../recognise/questions.ts';
import type { Form } from '../../form.ts';
import type { ReadLines } from './lines.ts';
import { shapeOf, type AskedHere } from './questions.ts';
import { tokensOf } from './similar.ts';

/**
 * Questions that this version of the form does not ask, numbered as its own are and in their order: an answer to them is
 * no answer to the question above.
 * @returns the indices of their first lines
 */
export function strangersIn(read: ReadLines, asked: readonly AskedHere[], free: (index: number) => boolean): number[] {
  const labelled = asked.filter(({ printed }) => printed.number !== null);
  if (labelled.length < 2 || labelled.length * 2 < asked.length) return [];
  const shapes = new Set(labelled.map(({ printed }) => shapeOf(printed.number ?? '')));
  return candidates(read.lines, (labelled[0]?.last ?? 0) + 1, read.lines.length).flatMap(
    ({ first, label, text, kind }) => {
      if (kind !== 'asking' || label === null || !shapes.has(shapeOf(label))) return [];
      if (!free(first) || read.isPlaced(first) || !printedQuestion.test(text)) return [];
      const before = labelled.findLast((one) => one.first < first);
      const after = labelled.find((one) => one.first > first);
      // A list inside an answer begins anew.
      const number = numberOf(label);
      const follows = number > numberOf(before?.printed.number ?? '');
      return follows && (after === undefined || number <= numberOf(after.printed.number ?? '')) ? [first] : [];
    },
  );
}

/** As forms ask, and lists hardly do. */
const printedQuestion = /^(?:please|kindly)\b|\?\W*$/iu;

function numberOf(label: string): number {
  const digits = /\d+(?!.*\d)/u.exec(label)?.[0];
  if (digits !== undefined) return Number(digits);
  const letter = /^\W*([a-z])\W*$/iu.exec(label)?.[1];
  return letter === undefined ? 0 : letter.toLowerCase().charCodeAt(0) - 96;
}

/** Where there are more heads than these, the file is no form. */
const mostHeads = 12;
/** Two labels of a head stand this close. */
const headReach = 6;

/**
 * Where a second filled form begins: a head again, and at least two of the questions below it that were asked above.
 * @returns the index of its first line; `null` for a file with one form
 */
export function secondForm(form: Form, read: ReadLines, free: (index: number) => boolean): number | null {
  const title = tokensOf(form.title);
  const heads = headersIn(read.lines, 0, read.lines.length).filter(({ at }) => free(at));
  for (const [position, { at, kind }] of heads.slice(0, mostHeads).entries()) {
    const beside = heads.slice(position + 1).some((one) => one.kind !== kind && one.at - at <= headReach);
    const again = heads.slice(0, position).some((one) => one.kind === kind && at - one.at > headReach);
    if (!again || (!beside && form.kind === 'application')) continue;
    const above = askedBetween(form, read, 0, at);
    const twice = [...askedBetween(form, read, at, read.lines.length)].filter((key) => above.has(key));
    if (twice.length < 2) continue;
    for (let line = at - 1; line >= Math.max(0, at - headReach); line--) {
      const match = read.match(line, title, free);
      if (match !== null && match.like >= 0.9) return line;
    }
    return at;
  }
  return null;
}

/** Keys of the questions that stand between two lines: in the form's own words, or as the usual ones are worded. */
function askedBetween({ items, kind }: Form, read: ReadLines, from: number, to: number): Set<string> {
  const free = (index: number): boolean => index >= from && index < to;
  const own = items.filter(({ question }) => {
    const words = tokensOf(question);
    for (let index = from; index < to; index++) if ((read.match(index, words, free)?.like ?? 0) >= 0.9) return true;
    return false;
  });
  const usual = matchQuestions<string>(
    candidates(read.lines, from, to),
    kind === 'application' ? applicationQuestions : planFields,
  );
  return new Set([...own.map(({ key }) => key), ...usual.map(({ key }) => key)]);
}
