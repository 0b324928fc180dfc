import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../docx/index.ts';
import { readText } from '../text/reader.ts';
import {
  buildDocx,
  cell,
  deleted,
  inserted,
  note,
  noteReference,
  paragraph,
  row,
  run,
  table,
} from '../../testing/docx.ts';
import { writeHtml } from './index.ts';

const html = (body: string, footnotes?: string): string =>
  writeHtml(readDocx(buildDocx({ body, ...(footnotes === undefined ? {} : { footnotes }) }), 'x.docx'));

/** The words that a reader sees, without markup. */
const words = (page: string): string =>
  page
    .slice(page.indexOf('<main>'))
    .replace(/<span class="unseen">[^<]*<\/span>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('the page', () => {
  test('shows changes with who made them, and says them to those who hear it', () => {
    const page = html(paragraph(run('to chart '), deleted('reefs'), inserted('cables')));
    expect(page).toContain(
      '<del title="deleted by A. Drafter on 2026-01-02" datetime="2026-01-02T03:04:05Z"><span class="unseen">[deleted: </span>reefs<span class="unseen"> :end]</span></del>',
    );
    expect(words(page)).toBe('x.docx to chart reefscables');
  });

  test('leads to notes and back', () => {
    const page = html(paragraph(run('reefs'), noteReference('footnote', 1)), note('footnote', 1, 'Atolls too.'));
    expect(page).toContain('<a href="#note-1" id="reference-1" role="doc-noteref">1</a>');
    expect(page).toContain('href="#reference-1"');
    expect(words(page)).toContain('Atolls too.');
  });

  test('has rows and cells of tables, a merged cell once', () => {
    const merged = row([cell('a', '<w:vMerge w:val="restart"/>'), cell('b')]);
    const page = html(table(merged, row([cell('<w:p/>', '<w:vMerge/>'), cell('c')])));
    expect(page.match(/<td/g)).toHaveLength(3);
    expect(page).toContain('<td rowspan="2"><p>a</p></td>');
  });

  test('lets no word become markup, and no address a script', () => {
    const evil = '</main><script>alert(1)</script><img src=x onerror=alert(1)>';
    const page = html(
      paragraph(run(evil)) +
        '<w:p><w:fldSimple w:instr="HYPERLINK &quot;javascript:alert(1)&quot;"><w:r><w:t>here</w:t></w:r></w:fldSimple></w:p>',
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('javascript:');
    expect(words(page)).toContain('here');
  });

  test('any words come through as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const line = `x ${text
          .replace(/[\t\n\r\f]|(?![\t])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
          .replaceAll('[', '(')
          .replaceAll('*', '+')}`;
        const shown = words(writeHtml(readText(line, 'x.txt')))
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        expect(shown).toBe(`x.txt ${line.replace(/\s+/g, ' ').trim()}`);
      }),
    );
  });
});
