/**
 * The table that sums up the requests of a cycle. The secretariat orders it, puts headings between, and may print an
 * organisation or a title otherwise than the form: such differences are shown, never hidden.
 */
import { z } from 'zod';
import type { Head } from '../signs/summary.ts';

export const SummaryRow = z.object({
  application: z.uuid(),
  /** A heading of the secretariat, printed in this row: "Telecom related". */
  heading: z.string().trim().max(200).nullable(),
  /** Printed instead of what the form says. */
  country: z.string().trim().max(120).nullable(),
  organisation: z.string().trim().max(300).nullable(),
  title: z.string().trim().max(500).nullable(),
});
export type SummaryRow = z.infer<typeof SummaryRow>;

/** A request as far as the table prints it. */
export interface ToSum {
  id: string;
  /** Its place among the requests of the cycle. */
  position: number;
  country: string;
  organisation: string;
  title: string;
}

/** A row as a call that was read prints it. */
export interface PrintedRow {
  number: number;
  country: string;
  organisation: string;
  title: string;
  heading: string | null;
}

/** One line of the table. */
export interface TableRow extends Head {
  application: string;
  /** 1 for the first. */
  number: number;
  heading: string | null;
  /** What the form says. */
  form: Head;
  /** Whether the country is the one of the row above, so that it is not printed again. */
  sameCountry: boolean;
}

/**
 * The rows to start from where nobody kept any: as the call that was read prints them, else as the forms say.
 */
export function firstRows(requests: readonly ToSum[], printed: readonly PrintedRow[]): SummaryRow[] {
  const byNumber = new Map(printed.map((row) => [row.number, row]));
  return [...requests]
    .sort((a, b) => a.position - b.position)
    .map(({ id, position, country, organisation, title }) => {
      const row = byNumber.get(position);
      return {
        application: id,
        heading: row?.heading ?? null,
        country: otherThan(country, row?.country),
        organisation: otherThan(organisation, row?.organisation),
        title: otherThan(title, row?.title),
      };
    });
}

/** What a cell prints beside the words of the form; `null` where it prints those, or nothing. */
const otherThan = (form: string, printed: string | undefined): string | null =>
  printed === undefined || printed === '' || printed === form ? null : printed;

/** The table: kept rows in their order, without those whose request is no longer in it; new requests come last. */
export function tableOf(requests: readonly ToSum[], kept: readonly SummaryRow[]): TableRow[] {
  const byId = new Map(requests.map((request) => [request.id, request]));
  const known = new Set(kept.map(({ application }) => application));
  const rows = [
    ...kept,
    ...firstRows(
      requests.filter(({ id }) => !known.has(id)),
      [],
    ),
  ];
  let above: string | null = null;
  return rows
    .flatMap((row) => {
      const request = byId.get(row.application);
      return request === undefined ? [] : [{ row, request }];
    })
    .map(({ row, request }, index) => {
      const { country, organisation, title } = request;
      const shown = row.country ?? country;
      const sameCountry = above === shown;
      above = shown;
      return {
        application: request.id,
        number: index + 1,
        heading: row.heading,
        country: shown,
        organisation: row.organisation ?? organisation,
        title: row.title ?? title,
        form: { country, organisation, title },
        sameCountry,
      };
    });
}

/** The rows with one of them a place up or down; as they are when there is no such place. */
export function movedRow(rows: readonly SummaryRow[], application: string, by: -1 | 1): SummaryRow[] {
  const at = rows.findIndex((row) => row.application === application);
  const moving = rows[at];
  const moved = [...rows];
  if (moving === undefined || at + by < 0 || at + by >= rows.length) return moved;
  moved.splice(at, 1);
  moved.splice(at + by, 0, moving);
  return moved;
}
