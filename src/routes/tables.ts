/** Lists as files that spreadsheets open: what the page shows, on all its pages. */
import { atomOf, type FeedEntry } from '#formats/atom/index.ts';
import { writeCsv } from '#formats/csv/index.ts';
import { writeXlsx, type WrittenCell } from '#formats/xlsx/index.ts';
import { asDownload } from '#platform/http/index.ts';
import { asTable, type Cell, type ListDefinition } from '#ui/listing.ts';

/** A list as comma-separated values, with the address of each row. */
export function csvOfList<Row>(definition: ListDefinition<Row>, rows: readonly Row[], origin: string): string {
  const table = asTable(definition, rows, origin);
  return writeCsv([table.heads, ...table.rows.map(({ cells, address }) => [...cells, address])]);
}

/** A list as a workbook of one sheet; days are days there, and addresses lead to the pages. */
export function xlsxOfList<Row>(definition: ListDefinition<Row>, rows: readonly Row[], origin: string): Uint8Array {
  const table = asTable(definition, rows, origin);
  const sheet = {
    name: definition.name,
    columns: table.heads.map((name) => ({ name })),
    rows: table.rows.map(({ cells, address }) => [...cells.map(typed), { text: address, href: address }]),
  };
  return writeXlsx([sheet], definition.name);
}

const typed = (cell: Cell): WrittenCell =>
  typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell) ? { date: cell } : cell;

/** A list as a feed, what was changed last first; `null` for a list that tells of no changes. */
export function atomOfList<Row>(definition: ListDefinition<Row>, rows: readonly Row[], url: URL): string | null {
  const { feed } = definition;
  if (feed === undefined) return null;
  const entries = rows.map((row): FeedEntry => {
    const address = new URL(definition.address(row), url.origin).href;
    const { changed, category, summary } = feed(row);
    const title = String(definition.columns[0]?.value(row) ?? address);
    return { id: address, title, updated: changed, address, category, summary };
  });
  entries.sort((one, other) => other.updated.getTime() - one.updated.getTime());
  return atomOf({
    address: url.href,
    title: `Throughline: ${definition.name}`,
    entries: entries.slice(0, mostEntries),
  });
}

const mostEntries = 100;

/** A table as the answer to a request. @param name of the file, without its ending */
export function tableAnswer(name: string, format: 'csv' | 'xlsx', content: string | Uint8Array): Response {
  return new Response(typeof content === 'string' ? content : content.slice(), {
    headers: {
      'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : xlsxType,
      'Content-Disposition': asDownload(`${name}.${format}`),
    },
  });
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
