/**
 * Records published anew: the documents made of proposals alone, without their source, are read as the same proposals.
 * One real contribution is outside the repository; where it is absent its test is skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { openDocument } from '#formats/readers.ts';
import type { Document } from '#formats/document/index.ts';
import type { Clause, LegalText, Proposal } from '#kernel/reading/index.ts';
import { understand } from '#modules/intake/domain/understand.ts';
import { documentOf, proposalBlocks } from '#modules/texts/index.ts';

const files = [
  'examples/files/NIC-12A1 contribution.docx',
  'examples/files/NIC-12A1 flattened copy.txt',
  'examples/files/SSF-15A1 contribution.docx',
  '../shared/sources/003_e6762f12f0311554.txt',
].filter((file) => existsSync(file));

const by = { author: 'OCU', date: '2026-01-02T03:04:05Z' };

function proposalsIn(document: Document): Proposal[] {
  const { record } = understand(document);
  return record !== null && 'proposals' in record ? record.proposals : [];
}

/** What a proposal says, line by line; where it stood in its source does not count. */
function saidOf({ reference, externalId, action, target, title, revision, text }: Proposal): unknown {
  return { reference, externalId, action, target, title, revision, text: text === null ? null : wordsOf(text) };
}

function wordsOf(text: LegalText): unknown[] {
  const lines: unknown[] = [text.heading, text.title, text.opening];
  const clauses = (all: readonly Clause[], depth: number): void => {
    for (const { label, before, after, status, children } of all) {
      lines.push({ depth, from: [label.before, before], to: [label.after, after], status });
      clauses(children, depth + 1);
    }
  };
  const sections = (all: LegalText['sections']): void => {
    for (const { heading, status, clauses: inside } of all) {
      lines.push({ heading, status });
      clauses(inside, 0);
    }
  };
  sections(text.sections);
  for (const { heading, title, sections: inside } of text.annexes) {
    lines.push({ heading, title });
    sections(inside);
  }
  return [...lines, ...text.footnotes.map((note) => note.text)];
}

test.each(files)('%s', async (file) => {
  const proposals = proposalsIn(await openDocument(readFileSync(file), 'x'));
  const document = documentOf(
    proposals.map((proposal) => proposalBlocks(proposal, by, ['it was asked for.'])),
    { name: 'x' },
  );
  const read = proposalsIn(readDocx(writeDocx(document), 'x.docx'));
  expect(proposals.length).toBeGreaterThan(3);
  expect(read.map(saidOf)).toEqual(proposals.map(saidOf));
});
