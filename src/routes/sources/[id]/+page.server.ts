import { error } from '@sveltejs/kit';
import { isId } from '#kernel/ids.ts';
import { madeOf, sourcePage, type MadeOf } from '#modules/intake/server/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { addressedClauses, proposal } from '#modules/texts/server/index.ts';
import { kindName } from '../../words.ts';
import type { PageServerLoad } from './$types';

/** Lines on one page. */
const stretch = 120;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  if (!isId(params.id)) error(404, 'There is no file at this address.');
  const asked = Number(url.searchParams.get('line') ?? url.searchParams.get('from') ?? 1);
  const line = Number.isInteger(asked) && asked > 0 ? asked : 1;
  const to = Number(url.searchParams.get('to') ?? line);
  const first = Math.floor((line - 1) / stretch) * stretch + 1;
  const last = first + stretch - 1;
  const page = await sourcePage(context, params.id, { first, last });
  if (line > 1 && line > page.total) error(404, `The file has ${page.total} lines only.`);
  const marked = url.searchParams.has('line')
    ? ([line, Number.isInteger(to) && to >= line ? to : line] as const)
    : null;
  const made = await madeOf(context, params.id, [first, last]);
  return {
    ...page,
    first,
    stretch,
    marked,
    /** What begins at each line, in the register. */
    made: Map.groupBy(
      unique(made.filter((thing) => thing.first >= first && isWhole(thing))).map(shown),
      (thing) => thing.line,
    ),
    /** What the marked lines were read as. */
    readAs: marked === null ? [] : await readAs(context, made, marked[0]),
  };
};

/** Values within a thing are told where its lines are marked, not beside every line. */
const isWhole = (thing: MadeOf): boolean =>
  !/\./.test(thing.field) || /^(summary|participants|answers)\.[^.]+$/.test(thing.field);

const unique = (things: MadeOf[]): MadeOf[] => [
  ...new Map(things.map((thing) => [`${thing.kind} ${thing.id} ${thing.first}`, thing])).values(),
];

const shown = (thing: MadeOf) => ({
  line: thing.first,
  kind: kindName(thing.kind),
  title: thing.title,
  address: thing.address,
});

/** The things whose values were read at a line, the narrowest first; a clause of a proposal has an address of its own. */
async function readAs(context: Context, made: readonly MadeOf[], line: number) {
  const at = made
    .filter((thing) => thing.first <= line && thing.last >= line)
    .sort((a, b) => a.last - a.first - (b.last - b.first));
  const things = [...new Map(at.map((thing) => [`${thing.kind} ${thing.id}`, thing])).values()].slice(0, 6);
  return Promise.all(
    things.map(async (thing) => ({
      ...shown(thing),
      address: thing.kind === 'proposal' ? await clauseAddress(context, thing.address, line) : thing.address,
    })),
  );
}

async function clauseAddress(context: Context, address: string, line: number): Promise<string> {
  const { text } = (await proposal(context, address.split('/').at(-1) ?? '')).proposal.record;
  const clause = text === null ? undefined : addressedClauses(text).find(({ clause }) => clause.line === line);
  return clause === undefined ? address : `${address}#${clause.path}`;
}
