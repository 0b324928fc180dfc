/**
 * What was struck out beside words that are known to be inserted. Two words grown together cannot both stand, so one of
 * them is old; how far the old words reach to the other side is seen from what they have in common with the new ones.
 */
import { isWord, typesFirst, type Evidence } from '../flattened/evidence.ts';
import { replaced, type Edit, type Seam } from '../flattened/seams.ts';

const prepositions: ReadonlySet<string> = new Set([
  'of',
  'in',
  'on',
  'at',
  'by',
  'for',
  'from',
  'with',
  'within',
  'without',
  'under',
  'over',
  'through',
]);
/** Words that begin or join phrases, by what they do: a phrase is mostly replaced by one that begins alike. */
const smallWords: readonly ReadonlySet<string>[] = [
  prepositions,
  new Set(['until', 'before', 'after', 'since', 'during', 'every', 'each', 'once']),
  new Set(['the', 'a', 'an', 'its', 'their', 'our', 'all', 'these', 'those', 'some', 'any']),
  new Set(['and', 'or', 'including', 'as']),
  new Set(['to']),
  new Set(['that', 'which', 'who']),
  new Set(['may', 'shall', 'should', 'must', 'will', 'can', 'is', 'are', 'be']),
];
/** Endings that tell what a word does in its sentence: two such words side by side can hardly both stand. */
const endings = ['ing', 'ed', 'ly', 'ity', 'ness', 'ment', 'tion', 'sion', 'ance', 'ence', 'ies', 's'] as const;
const longestOld = 6;

interface Word {
  text: string;
  from: number;
  to: number;
}

/** The inserted piece with what was struck out for it, as far as the words show it. */
export function struckOutBeside(text: string, piece: Edit, evidence: Evidence): Seam {
  const from = piece.from + (/^\s*/.exec(text.slice(piece.from, piece.to))?.[0].length ?? 0);
  const to = piece.to - (/\s*$/.exec(text.slice(piece.from, piece.to))?.[0].length ?? 0);
  const isInWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
  const grownLeft = from === piece.from && isInWord(from - 1) && isInWord(from);
  const grownRight = to === piece.to && isInWord(to - 1) && isInWord(to);
  if (grownLeft && grownRight) {
    const gone = oldEndingBehind(text, piece, evidence);
    if (gone !== null) return seamOf([piece.to, piece.to + gone], piece, 'likely', 'two endings of one word');
    const start = oldStart(text, piece, evidence);
    if (start !== null) return seamOf([piece.from - start, piece.from], piece, 'likely', 'two starts of one word');
  }
  if (grownLeft !== grownRight) {
    const seam = grownLeft ? oldBefore(text, piece, evidence) : oldBehind(text, piece);
    if (seam !== null) return seam;
  }
  if (!grownLeft && !grownRight) {
    const word = { text: text.slice(from, to), from, to };
    const seam = alternative(text, word, piece, evidence);
    if (seam !== null) return seam;
    if (/^\p{L}{4,}$/u.test(word.text)) {
      return {
        edits: [piece],
        certainty: 'guess',
        evidence: `"${word.text}" is new, added or in the place of a word beside it`,
      };
    }
  }
  return { edits: [piece], certainty: 'likely', evidence: 'words that the base text does not have' };
}

const wordBefore = /[\p{L}\p{N}](?:[\p{L}\p{N}’'/.,-]*[\p{L}\p{N}])?$/u;
const wordBehind = /^[\p{L}\p{N}](?:[\p{L}\p{N}’'/.,-]*[\p{L}\p{N}])?/u;

/** "four|two years": the old word ends where the new one begins; perhaps only its ending is old ("evaluat|e|ing"). */
function oldBefore(text: string, piece: Edit, evidence: Evidence): Seam | null {
  const old = wordBefore.exec(text.slice(Math.max(0, piece.from - 60), piece.from))?.[0];
  if (old === undefined) return null;
  const next = text.slice(piece.from, piece.to);
  const firstNext = wordBehind.exec(next)?.[0] ?? next;
  const inside = oldEnding(old, firstNext, evidence);
  if (inside !== null) return seamOf([piece.from - inside, piece.from], piece, 'likely', 'two endings of one word');
  const words = wordsBefore(text, piece.from);
  const count = phraseLength(words.map((word) => word.text).reverse(), next, text, words[0]?.from ?? 0);
  const from = words.at(-count)?.from ?? piece.from - old.length;
  return seamOf([from, piece.from], piece, certaintyOf(count, next), why(text.slice(from, piece.from), next));
}

/** "two|four years": typed before the old word was struck out. */
function oldBehind(text: string, piece: Edit): Seam | null {
  const old = wordBehind.exec(text.slice(piece.to, piece.to + 60))?.[0];
  if (old === undefined) return null;
  const next = text.slice(piece.from, piece.to);
  const count = lengthBehind(text.slice(piece.to, piece.to + 160), next);
  const words = [...text.slice(piece.to, piece.to + 160).matchAll(/\S+/gu)].slice(0, count);
  const last = words.at(-1);
  const to = last === undefined || count === 1 ? piece.to + old.length : piece.to + last.index + last[0].length;
  return seamOf([piece.to, to], piece, certaintyOf(count, next), why(text.slice(piece.to, to), next));
}

/** How many words behind were replaced: where both begin alike, about as many as the new ones. */
function lengthBehind(behind: string, next: string): number {
  const made = next.trim().toLowerCase().split(/\s+/);
  const old = behind.toLowerCase().split(/\s+/);
  const kind = smallWords.find((one) => one.has(made[0] ?? ''));
  if (made.length < 2 || made.length > longestOld || kind?.has(old[0] ?? '') !== true) return 1;
  const sign = old.findIndex((word) => /[,;:.]$/.test(word));
  return sign >= 0 && sign < made.length ? 1 : made.length;
}

const why = (old: string, next: string): string => `"${next.trim()}" stands against "${old.trim()}" without a blank`;

function certaintyOf(count: number, next: string): Seam['certainty'] {
  return count === 1 && !/\s/.test(next.trim()) ? 'likely' : 'guess';
}

function seamOf(old: readonly [number, number], piece: Edit, certainty: Seam['certainty'], evidence: string): Seam {
  return replaced(old, [piece.from, piece.to], certainty, evidence);
}

/** How many characters at the end of the old word give way to a new ending; `null` where the new words are whole. */
function oldEnding(old: string, next: string, evidence: Evidence): number | null {
  if (next.length > 6 || !/^\p{Ll}+$/u.test(next)) return null;
  const isOwnWord = isWord(evidence, next.toLowerCase(), 2) && next.length > 2;
  for (let gone = 0; gone <= Math.min(4, old.length - 3); gone++) {
    const made = `${old.slice(0, old.length - gone)}${next}`.toLowerCase();
    if (isWord(evidence, made, 2)) return isOwnWord && gone > 3 ? null : gone;
  }
  return null;
}

/** The same where the new ending was typed first: "evaluat|ing|e". */
function oldEndingBehind(text: string, piece: Edit, evidence: Evidence): number | null {
  const stem = wordBefore.exec(text.slice(Math.max(0, piece.from - 60), piece.from))?.[0] ?? '';
  const old = /^\p{Ll}+/u.exec(text.slice(piece.to, piece.to + 60))?.[0] ?? '';
  if (stem.length < 3 || old.length > 5) return null;
  const made = `${stem}${text.slice(piece.from, piece.to)}`.toLowerCase();
  return isWord(evidence, made, 2) && !isWord(evidence, made + old, 2) ? old.length : null;
}

/** "need|use|less": the first part of the word gave way to another. */
function oldStart(text: string, piece: Edit, evidence: Evidence): number | null {
  const old = /\p{L}+$/u.exec(text.slice(Math.max(0, piece.from - 60), piece.from))?.[0] ?? '';
  const rest = /^\p{L}+/u.exec(text.slice(piece.to, piece.to + 60))?.[0] ?? '';
  const made = `${text.slice(piece.from, piece.to)}${rest}`.toLowerCase();
  return rest.length > 1 && isWord(evidence, made, 2) ? old.length : null;
}

/** The last words before a place, nearest last. */
function wordsBefore(text: string, at: number): Word[] {
  const start = Math.max(0, at - 160);
  const words = [...text.slice(start, at).matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    from: start + match.index,
    to: start + match.index + match[0].length,
  }));
  // A sign ends what a phrase can reach back to.
  const sign = words.findLastIndex((word, index) => index < words.length - 1 && /[,;:.]$/.test(word.text));
  return words.slice(sign + 1).slice(-longestOld);
}

/** How many words before the place were replaced: back to one that begins like the new words. `words`: nearest first. */
function phraseLength(words: readonly string[], next: string, text: string, start: number): number {
  const first = /^\p{L}+/u.exec(next)?.[0].toLowerCase() ?? '';
  if (!/\s/.test(next.trim()) || first === '') return 1;
  const same = words.findIndex((word) => word.toLowerCase() === first);
  // The whole line may be what was replaced: its first word is no sign then.
  if (same >= 0 && !(start === 0 && same === words.length - 1 && text.length < 30)) return same + 1;
  const parallel = parallelLength(words, next);
  if (parallel > 0) return parallel;
  const kind = smallWords.find((kind) => kind.has(first));
  const alike = kind === undefined ? -1 : words.findIndex((word) => kind.has(word.toLowerCase()));
  return alike >= 0 ? alike + 1 : 1;
}

/** "tripled in ten|grown fourfold in fourteen": a small word at the same distance from both ends, and what it hangs on. */
function parallelLength(words: readonly string[], next: string): number {
  const made = next.trim().toLowerCase().split(/\s+/).reverse();
  const same = words.findLastIndex(
    (word, at) => at > 0 && word.toLowerCase() === made[at] && prepositions.has(word.toLowerCase()),
  );
  if (same < 0) return 0;
  return made.length > same + 1 && words.length > same + 1 ? same + 2 : same + 1;
}

/** A new word with blanks around it in the place of the word before or behind it: two words that do the same. */
function alternative(text: string, word: Word, piece: Edit, evidence: Evidence): Seam | null {
  if (/\s/.test(word.text)) return null;
  const before = /(\S+)\s$/u.exec(text.slice(Math.max(0, word.from - 60), word.from))?.[1];
  const behind = /^\s(\S+)/u.exec(text.slice(word.to, word.to + 60))?.[1];
  const first = typesFirst(evidence) ? behind : before;
  const second = typesFirst(evidence) ? before : behind;
  const old = [first, second].find((one) => one !== undefined && doTheSame(one, word.text));
  if (old === undefined) return null;
  const isBefore = old === before && (old === first || first === undefined || !doTheSame(first, word.text));
  const at = isBefore ? word.from - 1 - old.length : word.to + 1;
  const evidenceText = `"${old}" and "${word.text}" do the same in the sentence`;
  // The blank between them goes with the old word.
  const plain = old.replace(/[,;:.]+$/, '');
  return isBefore
    ? replaced([at, word.from], [piece.from, piece.to], 'likely', evidenceText)
    : replaced([piece.to, at + plain.length], [piece.from, piece.to], 'likely', evidenceText);
}

/** Two words of which a sentence holds one: two numbers, two forms of a stem, two words with one ending. */
function doTheSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((word) => word.replace(/[,;:.]+$/, ''));
  if (first === undefined || second === undefined || first === second) return false;
  if (/^\d+$/.test(first) && /^\d+$/.test(second)) return true;
  const low = [first.toLowerCase(), second.toLowerCase()] as const;
  const kind = smallWords.find((kind) => kind.has(low[0]));
  if (kind !== undefined) return kind.has(low[1]);
  if (Math.min(first.length, second.length) < 4) return false;
  if (low[0].slice(0, 5) === low[1].slice(0, 5)) return true;
  return endings.some((ending) => low.every((word) => word.endsWith(ending) && !/(?:ss|us|is)$/.test(word)));
}
