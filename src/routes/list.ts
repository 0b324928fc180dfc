/** What every list of the workbench is made of. */
import type { Context } from '#modules/access/server/index.ts';
import type { ListDefinition } from '#ui/listing.ts';

/** A list with the rows that the viewer may see. */
export interface List<Row> extends ListDefinition<Row> {
  rows: (context: Context) => Promise<Row[]>;
}

export const list = <Row>(definition: List<Row>): List<Row> => definition;
