/** Which of the texts that a conference adopted a draft new text became: drafts have numbers of their own ("XYZ-1"). */
import type { LegalText } from '#kernel/reading/index.ts';
import { placedClauses } from '../comparison/align.ts';
import { sideOfText } from '../register/sides.ts';
import { phrasesIn } from './counterparts.ts';
import { sameWords, wordsIn } from './words.ts';

export interface FoundText<T> {
  text: T;
  /** Part of the draft's phrases that stand in it, 0 to 1. */
  share: number;
  sameTitle: boolean;
  /** Title and words, or most of the words: sure. One of them alone: likely. */
  certainty: 'sure' | 'likely';
}

/** Below this part of shared phrases two texts on one subject may well be different texts. */
const alike = 0.3;
const mostlyAlike = 0.6;

/**
 * @param draft the proposed text
 * @param candidates texts that the same conference adopted as new
 * @returns `null` where none is much alike, or two are equally
 */
export function textMadeOf<T extends { text: LegalText }>(
  draft: LegalText,
  candidates: readonly T[],
): FoundText<T> | null {
  const proposed = sideOfText(draft, 'proposed');
  const wanted = phrasesOf(proposed);
  const found = candidates
    .map((candidate): FoundText<T> & { fits: boolean } => {
      const share = shareOf(wanted, phrasesOf(candidate.text));
      const sameTitle = sameTitles(proposed.title, candidate.text.title);
      const sure = share >= mostlyAlike || (sameTitle && share >= alike);
      return {
        text: candidate,
        share,
        sameTitle,
        certainty: sure ? 'sure' : 'likely',
        fits: sameTitle || share >= alike,
      };
    })
    .filter(({ fits }) => fits)
    .sort((one, other) => score(other) - score(one));
  const [best, second] = found;
  if (best === undefined || (second !== undefined && score(second) === score(best))) return null;
  const { fits: _, ...text } = best;
  return text;
}

const score = ({ share, sameTitle }: Pick<FoundText<unknown>, 'share' | 'sameTitle'>): number =>
  share + (sameTitle ? 1 : 0);

/** A title of one word ("Finance") names a subject rather than a text. */
function sameTitles(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && wordsIn(one).length > 1 && sameWords(one, other);
}

const phrasesOf = (text: LegalText): Set<string> =>
  new Set(placedClauses(text).flatMap(({ words }) => [...phrasesIn(words)]));

function shareOf(wanted: ReadonlySet<string>, standing: ReadonlySet<string>): number {
  return wanted.size === 0 ? 0 : wanted.intersection(standing).size / wanted.size;
}
