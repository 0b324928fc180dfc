/**
 * The Word reader against other programs on real files: base and proposed text must have the same characters as
 * theirs. Where they have not, the difference is explained in docs/corner-cases/ and listed here; an entry that no
 * longer differs fails too.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sideParagraphs, sideParagraphsOf, type Document, type Side } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { docxodusText } from './judges/docxodus.ts';
import { libreOffice, libreOfficeTexts } from './judges/libreoffice.ts';
import { pandoc, pandocText } from './judges/pandoc.ts';

const folder = path.resolve('../shared/corpus/docx');
/** Files that must be refused; src/formats/docx/package/hostile.test.ts does. They are never given to a judge. */
const hostile = /^poi-/;
const names = globSync('*.docx', { cwd: folder })
  .filter((name) => !hostile.test(name))
  .sort();
const cases = names.flatMap((name) => (['base', 'proposed'] as const).map((side) => [name, side] as const));

/** Known differences: judge, file and side → the page of docs/corner-cases/ that explains it. */
const explained: Readonly<Record<string, string>> = {
  'LibreOffice FA-002-DeletedNumberedParagraphs.docx base': '5-numbers-and-marks-in-exports',
  'LibreOffice RP022-NumberingChange.docx base': '5-numbers-and-marks-in-exports',
  'LibreOffice RP022-NumberingChange.docx proposed': '5-numbers-and-marks-in-exports',
  'LibreOffice RP050-Deleted-Footnote.docx base': '5-numbers-and-marks-in-exports',
  'LibreOffice RP004-Deleted-Text-in-CC.docx proposed': '7-revisions-that-libreoffice-loses',
  'LibreOffice RP051-Arabic.docx base': '7-revisions-that-libreoffice-loses',
  'LibreOffice RP051-Arabic.docx proposed': '7-revisions-that-libreoffice-loses',
  'LibreOffice office2pdf_technical_brief_ko.docx base': '6-fields-in-exports',
  'LibreOffice office2pdf_technical_brief_ko.docx proposed': '6-fields-in-exports',
  'pandoc office2pdf_technical_brief_ko.docx base': '8-equations',
  'pandoc office2pdf_technical_brief_ko.docx proposed': '8-equations',
};

const documents = new Map<string, Document>();
const read = (name: string): Document => {
  const known = documents.get(name) ?? readDocx(readFileSync(path.join(folder, name)), name);
  documents.set(name, known);
  return known;
};
const squeezed = (text: string): string => text.replace(/\s+/gu, '');
const ours = (name: string, side: Side): string =>
  squeezed(
    sideParagraphs(read(name), side)
      .map(({ text }) => text)
      .join(''),
  );
/** Characters of symbol fonts and special hyphens: docs/corner-cases/2-special-characters.md. */
const ordinary = (text: string): string => squeezed(text).replace(/[\u2011\u00ad]|\p{S}|\p{Co}/gu, '');

/** Without the signs that we set to make a line of an equation: docs/corner-cases/8-equations.md. */
const withoutSigns = (text: string): string => ordinary(text).replace(/[()/^_]/g, '');

/** Where two texts part, in few words; `null` when they are the same. */
function parting(ours: string, theirs: string): string | null {
  if (ours === theirs) return null;
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 10), at + 30);
  return `at ${at}: ours “${around(ours)}”, theirs “${around(theirs)}”`;
}

function judge(program: string, name: string, side: Side, theirs: string): void {
  const page = explained[`${program} ${name} ${side}`];
  if (page === undefined) {
    expect(parting(ordinary(ours(name, side)), ordinary(theirs))).toBeNull();
  } else {
    expect(existsSync(`docs/corner-cases/${page}.md`)).toBe(true);
    expect(parting(ordinary(ours(name, side)), ordinary(theirs))).not.toBeNull();
  }
}

describe.skipIf(names.length === 0)('real Word files (../shared is absent when skipped)', () => {
  describe('docxodus', () => {
    test.each(cases)('%s, %s: the same characters, notes included', { timeout: 60_000 }, async (name, side) => {
      const theirs = await docxodusText(readFileSync(path.join(folder, name)), side);
      const body = squeezed(theirs.body.join(''));
      if (theirs.equations) {
        expect(parting(withoutSigns(ours(name, side)), withoutSigns(body))).toBeNull();
      } else {
        expect(parting(ordinary(ours(name, side)), ordinary(body))).toBeNull();
        expect(ours(name, side)).toHaveLength(body.length + theirs.special);
      }
      for (const { kind, id, blocks } of read(name).notes) {
        const words = theirs.notes.get(`${kind} ${id}`);
        if (words === undefined) continue;
        const mine = sideParagraphsOf(blocks, side).map(({ text }) => text);
        expect(parting(squeezed(mine.join('')), squeezed(words.join('')))).toBeNull();
      }
    });
  });

  describe.skipIf(pandoc === null)(`pandoc (${pandoc ?? 'not installed, not compared'})`, () => {
    test.each(cases)('%s, %s: the same characters, or explained', { timeout: 60_000 }, (name, side) => {
      judge('pandoc', name, side, pandocText(path.join(folder, name), side));
    });
  });

  describe.skipIf(libreOffice === null)(`LibreOffice (${libreOffice ?? 'not installed, not compared'})`, () => {
    let texts: ReturnType<typeof libreOfficeTexts>;
    beforeAll(() => {
      texts = libreOfficeTexts(new Map(names.map((name) => [name, readFileSync(path.join(folder, name))])));
    }, 300_000);

    test.each(cases)('%s, %s: the same characters, or explained', (name, side) => {
      const theirs = texts.get(name)?.[side];
      expect(theirs).toBeDefined();
      judge('LibreOffice', name, side, theirs ?? '');
    });
  });
});
