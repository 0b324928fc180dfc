import { expect, test } from 'vitest';
import { buildDocx, cell, paragraph, row, table } from '../../../testing/docx.ts';
import { readFile } from './read-file.ts';

test('a mend does not tell words that are withheld from the line it mends', async () => {
  const body = [
    paragraph('RESOLUTION 77 (Suva, 2021)'),
    paragraph('Harbours'),
    paragraph('The Assembly of the Union (Suva, 2021),'),
    paragraph('resolves'),
    paragraph('1\tto build harbours.'),
    table(
      row([cell('Harbour'), cell('Contact')]),
      row([cell('Apia'), cell(paragraph('moana.cell77') + paragraph('@example.org'))]),
    ),
  ].join('');
  const reading = await readFile(buildDocx({ body }), 'harbours.docx');
  expect(JSON.stringify(reading)).not.toContain('moana');
  expect(reading.findings.some(({ mend }) => mend !== undefined)).toBe(true);
});
