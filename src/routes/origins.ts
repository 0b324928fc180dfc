import type { LineRange } from '#kernel/reading/index.ts';
import type { Reference } from '#kernel/reference.ts';
import type { Context } from '#modules/access/server/index.ts';
import { originsOf, sourcePage } from '#modules/intake/server/index.ts';

/** Where the values of a thing were read. */
export interface Origins {
  /** Address of the source's page; `null` where it is not shown to the viewer. */
  source: string | null;
  /** The lines of a value by its name, such as "title" or "letter.date"; `undefined` where they are not known. */
  at: (field: string) => LineRange | undefined;
}

/** Where the values of a thing were read, as far as the viewer may see the source. */
export async function whereRead(context: Context, thing: Reference): Promise<Origins> {
  const passages = await originsOf(context, thing);
  const source = passages[0]?.source;
  const lines = new Map(
    passages
      .filter((passage) => passage.source === source)
      .map((passage): [string, LineRange] => [passage.field, [passage.first, passage.last]]),
  );
  return { source: source === undefined ? null : `/sources/${source}`, at: (field) => lines.get(field) };
}

/** Words of a source and in which columns of tables its lines stand; nothing where the source is not shown. */
export async function linesRead(
  context: Context,
  source: string | null,
  range: LineRange,
): Promise<{ columns: Map<number, number>; words: (part: LineRange | null) => string[] }> {
  const page =
    source === null
      ? null
      : await sourcePage(context, source.replace('/sources/', ''), { first: range[0], last: range[1] });
  const lines = page?.lines ?? [];
  return {
    columns: new Map(lines.flatMap(({ number, cell }) => (cell === null ? [] : [[number, cell]]))),
    words: (part) =>
      part === null
        ? []
        : lines
            .filter(({ number, words }) => number >= part[0] && number <= part[1] && words.trim() !== '')
            .map(({ words }) => words),
  };
}
