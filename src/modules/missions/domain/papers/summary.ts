/** The summary table as a paper: numbered rows, each country once per group, headings inside the table. */
import type { Block, Document } from '#formats/document/index.ts';
import type { TableRow } from '../summary/table.ts';
import { paper, paragraph, paragraphs, table } from './paper.ts';

type Row = Pick<TableRow, 'number' | 'heading' | 'country' | 'sameCountry' | 'organisation' | 'title'>;

/** @param name of the cycle: "OCU Expert Mission 2027" */
export function summaryPaper(name: string, rows: readonly Row[]): Document {
  const title = `Summary of requests for the ${name}`;
  return paper(title, title, [paragraph('Title', title), summaryBlock(rows)]);
}

/** The table alone. */
export function summaryBlock(rows: readonly Row[]): Block {
  const head = ['No.', 'Country', 'Organisation', 'Title of the request'];
  return table(
    [
      head.map((words) => [paragraph('Tablehead', words)]),
      ...rows.map((row) => [
        [paragraph('Tabletext', String(row.number))],
        row.sameCountry ? [] : paragraphs('Tabletext', row.country),
        paragraphs('Tabletext', row.organisation),
        [...(row.heading === null ? [] : [paragraph('Tablehead', row.heading)]), ...paragraphs('Tabletext', row.title)],
      ]),
    ],
    [7, 18, 32, 43],
    true,
  );
}
