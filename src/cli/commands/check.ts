import { parseArgs, styleText } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import type { Finding } from '#kernel/reading/index.ts';
import { readFileWhole, type ReadFile } from '#modules/intake/index.ts';
import { checkedFindings, knownFromTexts, lintRules, textsIn, type TextOf } from '#modules/texts/index.ts';
import { atLeastOne, given } from '../input.ts';
import { complainOf, print } from '../output.ts';

export const help = `throughline check FILE… [--with FILE…] [--json] [--only RULE,…] [--level LEVEL]
throughline check --rules

Tells what a careful reader would notice in each file, with the lines: labels out of order, signs at the
ends of clauses, references that were not followed, citations of revisions that are not the newest, dates
left standing. Where a change of words would settle it, the change is shown. Needs no database.

  --with FILE    a file whose texts are known, such as adopted texts: citations are checked against it;
                 may be given several times
  --only RULE,…  these rules alone
  --level LEVEL  nothing below: info, warning or error
  --json         the findings of each file as one JSON array, in the order given
  --rules        what each rule looks at, and why

Exit codes of this command: 0 nothing above a note · 1 something to look at · 2 a file could not be read`;

const levels = ['info', 'warning', 'error'] as const;
type Level = (typeof levels)[number];

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      with: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      rules: { type: 'boolean', default: false },
      only: { type: 'string' },
      level: { type: 'string', default: 'info' },
    },
  });
  if (values.rules) {
    print(
      values.json
        ? JSON.stringify(lintRules.map(({ name, level, explanation }) => ({ name, level, explanation })))
        : rulesInWords(),
    );
    return 0;
  }
  const wanted = wantedFindings(values.only, values.level);
  const names = atLeastOne(positionals, 'throughline check FILE…');
  const known: TextOf[] = [];
  for (const name of values.with) known.push(...textsIn((await read(name)).reading.record));
  let code = 0;
  for (const name of names) {
    try {
      const file = await read(name);
      const findings = checked(file, known).filter(wanted);
      print(values.json ? JSON.stringify(findings.map(asContract)) : inWords(file, findings));
      if (findings.some(({ level }) => level !== 'info')) code = Math.max(code, 1);
    } catch (error) {
      code = Math.max(code, complainOf(error));
    }
  }
  return code;
}

async function read(name: string): Promise<ReadFile> {
  const { bytes, name: shown } = await given(name);
  return readFileWhole(bytes, shown);
}

/** A contribution knows the base texts of its own proposals as well. */
function checked({ reading, citations, lines }: ReadFile, known: readonly TextOf[]): Finding[] {
  const texts = [...textsIn(reading.record), ...known];
  return checkedFindings({ ...reading, citations, lines }, knownFromTexts(texts));
}

/** The shape of the contract: mends are for people. */
function asContract({ rule, level, lines, message }: Finding): Finding {
  return { rule, level, lines, message };
}

function wantedFindings(only: string | undefined, level: string): (finding: Finding) => boolean {
  const least = levels.indexOf(level as Level);
  if (least < 0)
    refuse('bad-option', `There is no level "${level}".`, `Levels: ${levels.join(', ')}.`, { field: '--level' });
  const names = only?.split(',').map((name) => name.trim());
  const odd = names?.find((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
  if (odd !== undefined) {
    refuse('bad-option', `"${odd}" is no name of a rule.`, '"throughline check --rules" lists them.', {
      field: '--only',
    });
  }
  return (finding) => levels.indexOf(finding.level) >= least && (names?.includes(finding.rule) ?? true);
}

const signs = { info: '·', warning: '!', error: '✗' };

/** By place: the words of the lines, and under them what is worth a look. */
function inWords({ reading, lines }: ReadFile, findings: readonly Finding[]): string {
  const serious = findings.filter(({ level }) => level !== 'info').length;
  const places = Map.groupBy(findings, (finding) => finding.lines?.[0] ?? null);
  const counts = `${serious} to look at, ${findings.length - serious} ${findings.length - serious === 1 ? 'note' : 'notes'}`;
  return [
    `${styleText('bold', reading.source.name)}  ${reading.kind}: ${counts}`,
    ...[...places].flatMap(([line, here]) => [
      '',
      line === null ? '  the file' : `  ${line}: ${cut(lines[line - 1]?.words ?? '')}`,
      ...here.flatMap(findingInWords),
    ]),
    '',
  ].join('\n');
}

function findingInWords({ level, message, rule, lines, mend }: Finding): string[] {
  const range = lines !== null && lines[1] > lines[0] ? ` (to line ${lines[1]})` : '';
  return [
    `    ${signs[level]} ${message}${range} [${rule}]`,
    ...(mend === undefined ? [] : [`      mend: "${mend.from}" → "${mend.to}"`]),
  ];
}

function cut(words: string): string {
  const folded = words.replace(/\s+/gu, ' ').trim();
  return folded.length > 100 ? `${folded.slice(0, 100)}…` : folded;
}

function rulesInWords(): string {
  const width = Math.max(...lintRules.map(({ name }) => name.length));
  return lintRules
    .map(({ name, level, explanation }) => `${signs[level]} ${name.padEnd(width)}  ${explanation}`)
    .join('\n');
}
