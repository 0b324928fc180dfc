/** Fused numbers: "Resolution 68/19872/200", "Annex 1 2", "Objective 32", "resolves 2 1 to 13 11". */
import { learn, learnedOrder, typesFirst, type Evidence } from './evidence.ts';
import { doubledNumbers } from './pairs.ts';
import { alternatives, replaced, type Seam } from './seams.ts';

const documentNumber = /(?<![\d/.-])(\d{1,2})\/(\d{3,5})\/(\d{1,3})(?![\d/])/dgu;
/** Words that a small number follows. */
const counted = String.raw`(?:annex|objective|goal|output|outcome|article|chapter|part|section|question|pillar|resolves|paragraph|item|table|target|appendix)`;
/** All patterns of counted things begin so; most texts hold none, which is told much faster. */
const anyCounted = new RegExp(String.raw`\b${counted}[ \u00a0]\d`, 'i');
const pair = new RegExp(
  String.raw`\b(${counted})[ \u00a0](\d{1,2})[ \u00a0](\d{1,2})(?![\d.,/%:-]|[ \u00a0](?:per\b|to[ \u00a0]\d|%))`,
  'dgiu',
);
const range = new RegExp(
  String.raw`\b(${counted})[ \u00a0](\d{1,2})[ \u00a0](\d{1,2})[ \u00a0]to[ \u00a0](\d{1,2})[ \u00a0](\d{1,2})(?!\d)`,
  'dgiu',
);
const fusedNumber = new RegExp(String.raw`\b(${counted})[ \u00a0](\d{2})(?![\d/%-]|[.,]\d)`, 'dgiu');

const share =
  /(?<![%\d][ \u00a0]?)\b(\d{1,3}(?:\.\d)? ?(?:per cent|percent|%))[ \u00a0](\d{1,3}(?:\.\d)? ?(?:per cent|percent|%))(?![ \u00a0]*[\d+-])/dgiu;

type Span = [from: number, to: number];

/** Seams among numbers that are not years. With `learning`, unambiguous replacements are remembered. */
export function numberSeams(text: string, evidence: Evidence, learning = false): Seam[] {
  if (!/\d/.test(text)) return [];
  const seams: Seam[] = [];
  for (const match of text.matchAll(documentNumber)) {
    const seam = documentSeam(text, match);
    if (seam !== null) seams.push(seam);
  }
  for (const { first, second } of doubledNumbers(text)) {
    seams.push(alternatives(text, first, second, !typesFirst(evidence), 'likely', 'two numbers of one thing'));
  }
  const counts = anyCounted.test(text);
  for (const match of counts ? text.matchAll(range) : []) {
    const spans = [2, 3, 4, 5].map((group): Span => match.indices?.[group] ?? [0, 0]);
    const [a, b, c, d] = spans;
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    const starts = alternatives(text, a, b, true, 'likely', '');
    const ends = alternatives(text, c, d, true, 'likely', 'both ends of a range changed');
    seams.push({ ...ends, edits: [...starts.edits, ...ends.edits] });
  }
  for (const match of counts ? text.matchAll(pair) : []) {
    const [, word = '', first = '', second = ''] = match;
    const left = match.indices?.[2];
    const right = match.indices?.[3];
    if (left === undefined || right === undefined || first === second) continue;
    const key = word.toLowerCase();
    if (learning) learn(evidence, `${key} ${first}`, `${key} ${second}`);
    seams.push(alternatives(text, left, right, true, 'likely', `two numbers after "${word}"`));
  }
  for (const match of /%|per ?cent/i.test(text) ? text.matchAll(share) : []) {
    const left = match.indices?.[1];
    const right = match.indices?.[2];
    if (left !== undefined && right !== undefined) {
      seams.push(alternatives(text, left, right, true, 'likely', 'two percentages side by side'));
    }
  }
  if (!learning && counts) seams.push(...fusedSeams(text, evidence));
  return seams;
}

/** "68/19872/200": sessions have two digits, so the middle is the end of one number and the start of the next. */
function documentSeam(text: string, match: RegExpExecArray): Seam | null {
  const [whole, session1 = '', middle = ''] = match;
  const session2 = middle.slice(-2);
  if (session1.length !== 2 || !/^[1-9]/.test(session2) || Math.abs(Number(session2) - Number(session1)) > 30)
    return null;
  const cut = match.index + session1.length + 1 + middle.length - 2;
  const firstIsOld = Number(session1) <= Number(session2);
  const certainty = session1 === session2 ? 'guess' : 'sure';
  return alternatives(
    text,
    [match.index, cut],
    [cut, match.index + whole.length],
    firstIsOld,
    certainty,
    'two document numbers fused',
  );
}

/** "Annex 12" where Annex 1 became Annex 2 elsewhere: twelve annexes would be another reading, so only a guess. */
function fusedSeams(text: string, evidence: Evidence): Seam[] {
  const seams: Seam[] = [];
  for (const match of text.matchAll(fusedNumber)) {
    const [, word = '', digits = ''] = match;
    const from = match.indices?.[2]?.[0];
    const [first = '', second = ''] = digits;
    if (from === undefined || first === second) continue;
    const key = word.toLowerCase();
    const order = learnedOrder(evidence, `${key} ${first}`, `${key} ${second}`);
    if (order === 0) continue;
    const left: Span = [from, from + 1];
    const right: Span = [from + 1, from + 2];
    const evidenceText = `${word} ${first} and ${word} ${second} replace one another elsewhere`;
    seams.push(order > 0 ? replaced(left, right, 'guess', evidenceText) : replaced(right, left, 'guess', evidenceText));
  }
  return seams;
}
