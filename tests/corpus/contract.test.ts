import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const contract = path.resolve(root, '../shared/contract/reading.ts');

/** Types that the contract and our schemas both name. */
const names = [
  'Reading',
  'Finding',
  'Revision',
  'ProposalsRecord',
  'Proposal',
  'LegalText',
  'Section',
  'Clause',
  'Citation',
  'PlanRecord',
  'PlanNode',
  'Indicator',
  'Alignment',
  'MissionCallRecord',
  'MissionApplication',
  'AssistancePlan',
  'When',
  'QuestionKey',
  'OutcomeCode',
  'MeetingRecord',
];

/** Kinds and formats that came later than the contract; a reading of any other is by it. */
const beyond = [
  `type Within = Omit<Ours.Reading, 'kind' | 'record' | 'source'> & {`,
  `  kind: Exclude<Ours.Reading['kind'], 'instruments' | 'support-reply'>;`,
  `  record: Exclude<Ours.Reading['record'], Ours.InstrumentsRecord | Ours.SupportReply>;`,
  `  source: Omit<Ours.Reading['source'], 'media'> & { media: Exclude<Ours.Media, 'akn'> };`,
  `};`,
];

describe.skipIf(!existsSync(contract))('the contract of readings (../shared/contract is there)', () => {
  test('our schemas have its very types, both ways', { timeout: 60_000 }, () => {
    const check = path.join(root, 'contract-check.ts');
    const source = [
      `import type * as Theirs from '${contract}';`,
      `import type * as Ours from './src/kernel/reading/index.ts';`,
      'type Fits<A, B> = [A] extends [B] ? true : false;',
      ...beyond,
      ...names.flatMap((name) => [
        `export const ours${name}: Fits<${name === 'Reading' ? 'Within' : `Ours.${name}`}, Theirs.${name}> = true;`,
        `export const theirs${name}: Fits<Theirs.${name}, Ours.${name}> = true;`,
      ]),
    ].join('\n');
    const options: ts.CompilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ESNext,
      skipLibCheck: true,
      types: [],
    };
    const host = ts.createCompilerHost(options);
    const plain = ts.createCompilerHost(options);
    host.getSourceFile = (name, ...rest) =>
      name === check ? ts.createSourceFile(name, source, ts.ScriptTarget.ESNext) : plain.getSourceFile(name, ...rest);
    host.fileExists = (name) => name === check || plain.fileExists(name);
    host.readFile = (name) => (name === check ? source : plain.readFile(name));
    const program = ts.createProgram([check], options, host);
    const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(check));
    expect(
      problems.map(
        (problem) =>
          ts.flattenDiagnosticMessageText(problem.messageText, '\n') +
          source.slice(problem.start, (problem.start ?? 0) + (problem.length ?? 0)),
      ),
    ).toEqual([]);
  });
});
