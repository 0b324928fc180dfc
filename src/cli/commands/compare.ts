import { parseArgs } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import {
  compareTexts,
  comparisonSummaryOf,
  differs,
  inPrintedParts,
  sideOfText,
  summaryInWords,
  type Comparison,
  type TextOf,
} from '#modules/texts/index.ts';
import { comparisonLines } from '../comparison-lines.ts';
import { print, say } from '../output.ts';
import { fullNameOf, nameOfText, textsOfFile, type FileTexts } from '../texts-of-file.ts';

export const help = `throughline compare A B [--json] [--only-changes] [--text NAME]
throughline compare A [--json] [--only-changes] [--text NAME]

Compares two texts clause by clause, in files of any format that is read: what was added, deleted,
moved and reworded, with renumbering told apart. Of a file with changes the proposed text is taken;
"A#base" takes the text before the changes. One file alone: its base text with its proposed text.
Files with several texts are compared instrument by instrument.

  --only-changes  leaves out clauses without a change
  --text NAME     this text only: "Resolution 4", or the reference of a proposal ("NIC/12A1/2")
  --json          one JSON object with every clause, its words before and after, and what changed

Exits with 0 when there is no difference, 1 when there is one, 2 when a file cannot be read or
nothing can be compared.`;

type Side = 'base' | 'proposed';

/** Two texts that belong together. */
interface Pair {
  name: string;
  from: { text: LegalText; name: string };
  to: { text: LegalText; name: string };
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'only-changes': { type: 'boolean', default: false },
      text: { type: 'string' },
    },
  });
  if (positionals.length === 0 || positionals.length > 2) {
    refuse('no-file', 'One file or two are needed.', 'Call: throughline compare A B');
  }
  const { pairs, alone } = await pairsOf(positionals, values.text ?? null);
  const compared = pairs.map((pair) => ({ pair, comparison: compareTexts(pair.from.text, pair.to.text) }));
  if (values.json) print(JSON.stringify({ texts: compared.map(asJson), alone }));
  else {
    for (const { pair, comparison } of compared) show(pair, comparison, values['only-changes']);
    for (const name of alone) say(`Not compared: ${name}`);
  }
  return compared.some(({ comparison }) => differs(comparison)) ? 1 : 0;
}

async function pairsOf(names: string[], wanted: string | null): Promise<{ pairs: Pair[]; alone: string[] }> {
  const sides = names.map(sideNamed);
  const [first, second] = sides;
  if (first === undefined) return { pairs: [], alone: [] };
  const from = chosen(await textsOfFile(first.file), wanted);
  if (second === undefined) {
    const pairs = from.texts.flatMap((text) => pairFrom(text, 'base', text, 'proposed', from, from));
    return { pairs, alone: from.texts.filter(({ text }) => text === null).map((text) => withoutText(text, from)) };
  }
  const to = chosen(await textsOfFile(second.file), wanted);
  return together(from, first.side ?? 'proposed', to, second.side ?? 'proposed');
}

/** Texts of the same instrument; of two files with one text each, these. What has no other is told. */
function together(from: FileTexts, fromSide: Side, to: FileTexts, toSide: Side): { pairs: Pair[]; alone: string[] } {
  const single = from.texts.length === 1 && to.texts.length === 1;
  const keyOf = (text: TextOf): string => (single ? '' : nameOfText(text));
  const here = Map.groupBy(from.texts, keyOf);
  const there = Map.groupBy(to.texts, keyOf);
  const pairs: Pair[] = [];
  const alone: string[] = [];
  for (const [key, texts] of here) {
    const others = there.get(key) ?? [];
    texts.forEach((text, index) => {
      // Several proposals to one text are each compared with it; where both files hold several, in their order.
      const against = texts.length === 1 || others.length === 1 ? others : others.slice(index, index + 1);
      for (const other of against) {
        const found = pairFrom(text, fromSide, other, toSide, from, to);
        pairs.push(...found);
        if (found.length === 0) alone.push(text.text === null ? withoutText(text, from) : withoutText(other, to));
      }
      if (against.length === 0) alone.push(`${fullNameOf(text)}, in ${from.file} only`);
    });
    if (texts.length > 1)
      for (const other of others.slice(texts.length)) alone.push(`${fullNameOf(other)}, in ${to.file} only`);
  }
  for (const [key, others] of there) {
    if (!here.has(key)) alone.push(...others.map((text) => `${fullNameOf(text)}, in ${to.file} only`));
  }
  if (pairs.length === 0) {
    refuse(
      'nothing-common',
      `No text is in both files: ${alone.join('; ')}.`,
      'Name two files with the same instrument, or files with one text each.',
    );
  }
  return { pairs, alone };
}

const withoutText = (text: TextOf, { file }: FileTexts): string =>
  `${text.by?.proposal.reference ?? fullNameOf(text)} in ${file} prints no text`;

function pairFrom(one: TextOf, oneSide: Side, other: TextOf, otherSide: Side, from: FileTexts, to: FileTexts): Pair[] {
  if (one.text === null || other.text === null) return [];
  const [before, after] = [sideOfText(one.text, oneSide), sideOfText(other.text, otherSide)];
  const texts = inPrintedParts(before, after);
  const name = (of: TextOf, { heading }: LegalText, side: Side, file: string): string =>
    `${heading ?? fullNameOf(of)} – ${file}${from === to ? ` (${side})` : ''}`;
  return [
    {
      name: nameOfText(other),
      from: { text: texts.from, name: name(one, before, oneSide, from.file) },
      to: { text: texts.to, name: name(other, after, otherSide, to.file) },
    },
  ];
}

/** "A.docx#base" is the text before the changes in A.docx. */
function sideNamed(name: string): { file: string; side: Side | null } {
  const found = /^(.+)#(base|proposed)$/s.exec(name);
  return found === null
    ? { file: name, side: null }
    : { file: found[1] ?? name, side: found[2] === 'base' ? 'base' : 'proposed' };
}

/** The texts with that name; of a file with one text, that one, whatever it is called. */
function chosen(found: FileTexts, wanted: string | null): FileTexts {
  if (wanted === null || found.texts.length === 1) return found;
  const folded = wanted.trim().toLowerCase();
  const texts = found.texts.filter((text) =>
    [nameOfText(text), fullNameOf(text), text.by?.proposal.reference].some((name) => name?.toLowerCase() === folded),
  );
  if (texts.length === 0) {
    refuse('no-text', `There is no text "${wanted}" in it.`, `It holds: ${found.texts.map(fullNameOf).join('; ')}.`, {
      file: found.file,
    });
  }
  return { file: found.file, texts };
}

function asJson({ pair, comparison }: { pair: Pair; comparison: Comparison }): unknown {
  const { from: _from, to: _to, ...parts } = comparison;
  return {
    text: pair.name,
    from: pair.from.name,
    to: pair.to.name,
    differs: differs(comparison),
    inWords: summaryInWords(comparison),
    summary: comparisonSummaryOf(comparison),
    ...parts,
  };
}

function show(pair: Pair, comparison: Comparison, onlyChanges: boolean): void {
  const width = Math.max(40, Math.min(process.stdout.columns ?? 100, 100));
  print(
    [...comparisonLines(comparison, { from: pair.from.name, to: pair.to.name }, { width, onlyChanges }), ''].join('\n'),
  );
}
