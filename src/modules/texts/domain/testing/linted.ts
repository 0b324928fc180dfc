/** Shorthands for tests of the lint: what a rule finds in a text of a few lines. */
import type { Source } from '#formats/document/index.ts';
import type { Finding } from '#kernel/reading/index.ts';
import type { Rule } from '../lint/rule.ts';
import { sourceOfText } from './documents.ts';
import { readInstrument, readProposals } from './recognisers.ts';

/** A resolution of an invented body with these lines under its opening. */
export function resolution(...lines: string[]): string {
  return [
    'RESOLUTION 5 (Rev. Oslo, 2018)',
    'Reefs and cables',
    'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
    ...lines,
  ].join('\n');
}

/** A contribution with one proposal: its code line, then these lines. */
export function proposal(action: string, ...lines: string[]): string {
  return [`${action}\tXYZ/12A1/1`, ...lines].join('\n');
}

/** The findings of a rule in a text or document: a contribution where a code line stands in it, else a lone text. */
export function findingsOf({ name }: Rule, content: string | Source): Finding[] {
  const source = typeof content === 'string' ? sourceOfText(content) : content;
  const isContribution = source.lines.some(({ text }) => /^(?:NOC|MOD|ADD|SUP)\s/u.test(text));
  const { findings } = isContribution ? readProposals(source) : readInstrument(source);
  return findings.filter((finding) => finding.rule === name);
}

/** The words of the first line of each finding of a rule; the message where it names no line. */
export function found(rule: Rule, content: string | Source): string[] {
  const source = typeof content === 'string' ? sourceOfText(content) : content;
  return findingsOf(rule, source).map(({ lines, message }) =>
    lines === null ? message : (source.lines[lines[0] - 1]?.text ?? '').replaceAll('\t', ' ').trim(),
  );
}
