/** Real texts as drafts: both sides of each come back from the editor's document as they were, and so does the base. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';
import { documentOf, rejected } from '#modules/texts/domain/drafting/document.ts';
import { textOfDraft } from '#modules/texts/domain/drafting/text.ts';
import { sideOfText } from '#modules/texts/domain/register/sides.ts';
import { proposalsRecogniser } from '#modules/texts/index.ts';

const file = '../shared/sources/003_e6762f12f0311554.txt';
const isThere = existsSync(file);

/** The words and labels of a clean text, in its structure. */
function said({ heading, title, opening, sections, annexes, footnotes }: LegalText): unknown {
  const clause = (one: Clause): unknown => [one.label.after, one.after, one.children.map(clause)];
  const section = (one: Section): unknown => [one.kind, one.heading, one.clauses.map(clause)];
  return [
    heading,
    title,
    opening,
    sections.map(section),
    annexes.map((annex) => [annex.heading, annex.title, annex.sections.map(section)]),
    footnotes.map(({ mark, text }) => [mark, text]),
  ];
}

describe.skipIf(!isThere)('the real proposals (skipped where ../shared is absent)', () => {
  const document = readText(isThere ? readFileSync(file, 'utf8') : 'absent', '003.txt');
  const { record } = proposalsRecogniser.recognise({ document, lines: linesOf(document) });
  const texts = record.proposals.flatMap(({ serial, text }) => (text === null ? [] : [{ serial, text }]));
  let count = 0;
  const next = (): string => `id${++count}`;
  const ids = { clause: next, next };

  test.each(texts)('proposal $serial', ({ text }) => {
    for (const side of ['base', 'proposed'] as const) {
      const clean = sideOfText(text, side);
      const doc = documentOf(clean, ids);
      expect(said(textOfDraft(doc, doc))).toEqual(said(clean));
    }
    const doc = documentOf(text, ids);
    const base = rejected(doc);
    expect(said(sideOfText(textOfDraft(doc, base), 'base'))).toEqual(said(sideOfText(text, 'base')));
  });
});
