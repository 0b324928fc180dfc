import { refuse } from '#kernel/problem.ts';
import { changedTextWithMoves, differs, summaryInWords } from '#modules/texts/index.ts';
import {
  comparableTexts,
  comparison,
  nameOfInstrument,
  proposal,
  revision,
  type TextToCompare,
} from '#modules/texts/server/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { linesRead, whereRead } from '../../origins.ts';
import { contentsOf, lawOf } from '../law.ts';
import type { PageServerLoad } from './$types';

const views = ['inline', 'changes', 'sides'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  const from = url.searchParams.get('from');
  const to = url.searchParams.get('to');
  const view = views.find((view) => view === url.searchParams.get('view')) ?? 'inline';
  const compared = from === null || to === null ? null : await comparisonOf(context, from, to, view);
  const about = compared?.about ?? (await instrumentAt(context, from ?? to));
  return {
    from,
    to,
    view,
    compared,
    about: about === null ? null : { name: nameOfInstrument(about), address: `/texts/instruments/${about.slug}` },
    texts: about === null ? [] : await comparableTexts(context, about.slug),
  };
};

async function comparisonOf(context: Context, from: string, to: string, view: (typeof views)[number]) {
  const found = await comparison(context, from, to);
  const { text, moves, lines } = changedTextWithMoves(found.comparison);
  const columns = new Map([
    ...(await columnsOf(context, found.from, lines.from)),
    ...(await columnsOf(context, found.to, lines.to)),
  ]);
  const law = lawOf(text, columns, view === 'changes' ? 'changes' : 'everything', moves);
  const sameInstrument = found.from.instrument?.id === found.to.instrument?.id;
  return {
    about: found.to.instrument ?? found.from.instrument,
    from: { name: found.from.name, page: found.from.page },
    to: { name: found.to.name, page: found.to.page },
    sameInstrument,
    differs: differs(found.comparison),
    inWords: summaryInWords(found.comparison),
    heading: found.comparison.heading.runs,
    title: found.comparison.title.runs,
    law,
    contents: contentsOf(law),
  };
}

/** The cells of tables among the lines of a text, by their lines in the common text. */
async function columnsOf(
  context: Context,
  { thing }: TextToCompare,
  lines: ReadonlyMap<number, number>,
): Promise<[line: number, column: number][]> {
  const own = [...lines.keys()].sort((one, other) => one - other);
  const { source } = await whereRead(context, thing);
  const { columns } = await linesRead(context, source, [own[0] ?? 1, own.at(-1) ?? 1]);
  return [...columns].flatMap(([line, column]) => {
    const common = lines.get(line);
    return common === undefined ? [] : [[common, column]];
  });
}

/** The instrument of a text, for choosing another of its texts. */
async function instrumentAt(context: Context, address: string | null) {
  if (address === null) return null;
  const [slug = '', side] = address.split(':');
  const { instrument } = side === undefined ? await revision(context, slug) : await proposal(context, slug);
  if (instrument === null) {
    refuse('no-text', 'The instrument of this text is not in the register.', 'Choose another text.');
  }
  return instrument;
}
