/** Shorthands for tests of citations: what a rule finds in one line, beside texts that are known. */
import { findCitations } from '../citations/find.ts';
import { knownFromTexts } from '../citations/check/from-texts.ts';
import { lintCitations } from '../lint/lint.ts';
import type { Rule } from '../lint/rule.ts';
import { textsOf } from '../register/texts-of.ts';
import type { Finding } from '#kernel/reading/index.ts';
import { linesOfText, sourceOfText } from './documents.ts';
import { readInstrument, readProposals } from './recognisers.ts';

/** The findings of a citation rule in some words. `known` are texts, or contributions, that are known beside them. */
export function citationFindings({ name }: Rule, words: string, known: readonly string[] = []): Finding[] {
  const texts = known.flatMap((content) => {
    const source = sourceOfText(content);
    return textsOf((/^(?:NOC|MOD|ADD|SUP)\t/.test(content) ? readProposals(source) : readInstrument(source)).record);
  });
  const lines = linesOfText(words);
  const findings = lintCitations(findCitations(lines), knownFromTexts(texts), {
    words: (line) => lines[line - 1]?.text ?? '',
    since: () => null,
    own: [],
    speaker: 'Assembly of the Oceanic Communications Union',
  });
  return findings.filter(({ rule }) => rule === name);
}
