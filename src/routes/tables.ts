/** Lists as files that spreadsheets open: what the page shows, on all its pages. */
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
