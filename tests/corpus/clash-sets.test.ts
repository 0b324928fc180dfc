/**
 * Clash maps and consolidated drafts of invented contributions whose clashes were written down before anything was run on
 * them (`clash-sets/`): the rows exactly, and the laws of drafts on the same files. What is known to be wrong stands in
 * the sets as such.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sideParagraphs } from '#formats/document/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { openDocument } from '#formats/readers.ts';
import type { Clause, ClashMap, ConsolidatedText, LegalText } from '#kernel/reading/index.ts';
import {
  changesByInstrument,
  clashMaps,
  consolidate,
  documentOfDraft,
  settle,
  settledText,
  unsettled,
  workingText,
  type TextOf,
} from '#modules/texts/index.ts';
import { proposalsOfFiles } from '../../src/cli/proposals-of-files.ts';
import { clashSets } from './clash-sets/index.ts';
import { bytesOf, type ClashSet, type Contribution } from './clash-sets/make.ts';

interface ReadSet {
  maps: ClashMap[];
  drafts: ConsolidatedText[];
  bases: LegalText[];
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clash-sets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function filed(files: readonly Contribution[]): Promise<string[]> {
  const names: string[] = [];
  for (const one of files) {
    const name = join(folder, one.file);
    writeFileSync(name, await bytesOf(one));
    names.push(name);
  }
  return names;
}

async function readSet({ files, base = [] }: ClashSet, reversed = false): Promise<ReadSet> {
  const names = await filed(files);
  const { proposals, bases } = await proposalsOfFiles(reversed ? names.reverse() : names, await filed(base));
  const changes = changesByInstrument(proposals, bases);
  return {
    maps: clashMaps(proposals, bases satisfies TextOf[]),
    drafts: changes.map(({ instrument, base: own, contributions }) => consolidate(own, contributions, instrument)),
    bases: changes.map(({ base: own }) => own),
  };
}

const rowsOf = (map: ClashMap): string[] =>
  map.rows.map(({ section, label, text, proponents, relation }) =>
    [section, label ?? (text === null ? '+' : ''), proponents.join(), relation].join(' | '),
  );

/** The rows that are right, without those known to be missed and with those known to be wrong. */
function asKnown({ expected, known = {} }: ClashSet): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(expected).map(([instrument, rows]) => {
      const { missed = [], wrong = [] } = known[instrument] ?? {};
      for (const row of missed) expect(rows).toContain(row);
      return [instrument, [...rows.filter((row) => !missed.includes(row)), ...wrong].sort()];
    }),
  );
}

function linesIn(text: LegalText): string[] {
  const clauses = (list: readonly Clause[]): string[] =>
    list.flatMap(({ label, after, children }) => [`${label.after ?? ''} ${after ?? ''}`, ...clauses(children)]);
  const sections = (list: LegalText['sections']): string[] =>
    list.flatMap((section) => [section.heading ?? '', ...clauses(section.clauses)]);
  return [
    text.heading ?? '',
    text.title ?? '',
    text.opening ?? '',
    ...sections(text.sections),
    ...text.annexes.flatMap((annex) => [annex.heading, annex.title ?? '', ...sections(annex.sections)]),
  ];
}

const words = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '');

describe.each(clashSets)('$name', (set) => {
  let read: ReadSet;
  beforeAll(async () => {
    read = await readSet(set);
  });

  test('has the rows that were written down, and no others', () => {
    const found = Object.fromEntries(read.maps.map((map) => [map.instrument, rowsOf(map).sort()]));
    expect(found).toEqual(asKnown(set));
  });

  test('says why in the words in question, in at most 300 characters', () => {
    for (const map of read.maps) {
      for (const { section, label, why } of map.rows) {
        expect(why.length).toBeLessThanOrEqual(300);
        const asked = set.why?.[map.instrument]?.[`${section} | ${label ?? '+'}`] ?? [];
        for (const word of asked) expect(why).toContain(word);
      }
    }
  });

  test('gives the same maps and drafts in any order of the files', async () => {
    expect(await readSet(set, true)).toEqual(read);
  });

  test('has each dispute as alternatives, and no brackets once each is settled by any of them', () => {
    for (const draft of read.drafts) {
      const map = read.maps.find(({ instrument }) => instrument === draft.instrument);
      const disputed = map?.rows.filter(({ relation }) => /clash|amended/.test(relation)) ?? [];
      const open = unsettled(draft);
      expect(open.length > 0, draft.instrument).toBe(disputed.length > 0);
      for (const { alternatives } of open) expect(alternatives.length).toBeGreaterThan(1);
      for (const index of [0, 1, 2]) {
        const done = open.reduce(
          (state, { id, alternatives }) => settle(state, id, { take: Math.min(index, alternatives.length - 1) }),
          draft,
        );
        expect(unsettled(done), draft.instrument).toEqual([]);
        // "[TUNNEL-DOORS]" is a number.
        const lines = linesIn(settledText(done)).slice(1).join('\n');
        expect(lines).not.toMatch(/[[\]]/);
        expect(linesIn(workingText(done)).slice(1).join('\n')).toBe(lines);
      }
    }
  });

  test('as Word files: rejecting all gives the base, accepting all the working text', async () => {
    for (const [index, draft] of read.drafts.entries()) {
      const base = read.bases[index];
      if (base === undefined || draft.suppressedBy.length > 0) continue;
      const document = await openDocument(writeDocx(documentOfDraft(draft, '2026-01-02T03:04:05Z')), 'draft.docx');
      const side = (name: 'base' | 'proposed'): string[] =>
        words(sideParagraphs(document, name).map(({ text }) => text));
      expect(side('base').slice(0, words(linesIn(base)).length), draft.instrument).toEqual(words(linesIn(base)));
      const working = words(linesIn(workingText(draft)));
      expect(side('proposed').slice(0, working.length), draft.instrument).toEqual(working);
    }
  });
});
