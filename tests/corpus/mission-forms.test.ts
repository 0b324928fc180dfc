/**
 * Forms as people send them back, each with what a person reads in it, written down before any program had read it:
 * `throughline read` and the reader of forms. The figures may only rise; what is known to be wrong is listed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openDocument } from '#formats/readers.ts';
import { linesOf } from '#formats/document/index.ts';
import { readForm } from '../../src/modules/missions/domain/forms/word/index.ts';
import { libreOffice } from './judges/libreoffice.ts';
import { applicationsAsText } from './mission-forms/applications-as-text.ts';
import { applicationsInWord } from './mission-forms/applications-in-word.ts';
import { asSentBack, isMade } from './mission-forms/convert.ts';
import { applicationForm } from './mission-forms/form-file.ts';
import { measure, scoreOf, type Judged } from './mission-forms/measure.ts';
import { plans } from './mission-forms/plans.ts';

const files = [...applicationsInWord, ...applicationsAsText, ...plans];
const alone = files.filter((file) => !isMade(file));

/** Told as if it were right, or told as empty, and is neither. */
const knownWrong: Record<'form' | 'intake', string[]> = {
  // The second of two times in one line; a season, which is told as its year.
  form: ['a01.docx times', 'a03.docx times'],
  intake: ['a01.docx times', 'a03.docx times'],
};

const wrong = (judged: readonly Judged[]): string[] =>
  judged
    .filter(({ verdict }) => verdict === 'wrong' || verdict === 'lost')
    .map(({ file, question }) => `${file} ${question}`);

test('24 files: 14 applications and 10 plans of assistance', () => {
  expect(files.map(({ kind }) => kind).filter((kind) => kind === 'application')).toHaveLength(14);
  expect(files.map(({ kind }) => kind).filter((kind) => kind === 'assistance-plan')).toHaveLength(10);
});

describe.each(['form', 'intake'] as const)('read as %s', (way) => {
  test.each(alone.map((file) => [file.what, file] as const))('%s', async (_, file) => {
    const { judged, uncounted } = await measure(file, file.bytes, way);
    const known = knownWrong[way].filter((one) => one.startsWith(`${file.name} `));
    expect(wrong(judged)).toEqual(known);
    expect(uncounted).toEqual([]);
  });
});

describe.skipIf(libreOffice === null)('with what LibreOffice makes of forms (soffice is absent)', () => {
  test('the scoreboard', { timeout: 240_000 }, async () => {
    const made = asSentBack(files);
    for (const [way, right] of [
      ['form', 247],
      ['intake', 233],
    ] as const) {
      const judged: Judged[] = [];
      for (const file of files) {
        const measured = await measure(file, made.get(file.name) ?? file.bytes, way);
        expect(measured.uncounted, file.name).toEqual([]);
        judged.push(...measured.judged);
      }
      expect(wrong(judged)).toEqual(knownWrong[way]);
      expect(scoreOf(judged).right, way).toBeGreaterThanOrEqual(right);
    }
  });
});

const folder = new URL('../../../shared/sources/', import.meta.url);
const call = existsSync(folder) ? readdirSync(folder).find((name) => /^000.*\.txt$/u.test(name)) : undefined;

describe.skipIf(call === undefined)('the forms of a real call (../shared is absent)', () => {
  const lines = call === undefined ? [] : readFileSync(new URL(call, folder), 'utf8').split('\n');
  const starts = lines.flatMap((line, at) => (/^name of country/iu.test(line.trim()) ? [at] : []));
  const readLines = async (from?: number, to?: number) => {
    const bytes = new TextEncoder().encode(lines.slice(from, to).join('\n'));
    const document = await openDocument(bytes, 'form.txt');
    return { document, read: readForm(document, applicationForm) };
  };

  test('each is read by its words; lost ticks are unknown, and nine of ten lost them', async () => {
    expect(starts).toHaveLength(10);
    const states = await Promise.all(
      starts.map(async (start, at) => {
        const { read } = await readLines(start, starts[at + 1] ?? start + 45);
        return Object.values(read.answers).map(({ state }) => state);
      }),
    );
    const count = (state: string): number => states.flat().filter((one) => one === state).length;
    expect([count('given'), count('unknown'), count('not-received'), count('blank')]).toEqual([61, 9, 0, 0]);
  });

  test('of two in one file the first is read; the second is left over and said to be there', async () => {
    const { document, read } = await readLines(starts[0], starts[2]);
    expect(read.doubts.map(({ rule }) => rule)).toContain('second-form');
    const counted = new Set([...read.placed, ...read.leftOver.map(({ line }) => line)]);
    const inked = linesOf(document).filter((line) => line.text.trim() !== '');
    expect(inked.filter(({ number }) => !counted.has(number))).toEqual([]);
    expect(read.leftOver.length).toBeGreaterThan(20);
  });
});
