import { redirect } from '@sveltejs/kit';
import { Visibility, visibilityNames } from '#modules/access/index.ts';
import { kinds } from '#modules/intake/index.ts';
import {
  accept,
  chaptersOf,
  correctElement,
  dismiss,
  elementsOf,
  nameOf,
  original,
  readAgain,
  reading,
  showTo,
  sourcePage,
  splitsOf,
  takeIn,
  type Correction,
} from '#modules/intake/server/index.ts';
import { Clause, ReadingKind, type TextRun } from '#kernel/reading/index.ts';
import { refuse } from '#kernel/problem.ts';
import { together } from '#modules/access/server/index.ts';
import { textsAtHand } from '#modules/texts/server/index.ts';
import { lintRules } from '#modules/texts/index.ts';
import { namesOf } from '#modules/trace/server/index.ts';
import { done, field, formOf, numberField } from '../../pages.ts';
import { labelledRuns } from './settle/labelled.ts';
import { isDoubtful, mapOf, needs, questionOf, safeQuestion, screenOf, tallyOf } from '../screen.ts';
import type { Actions, PageServerLoad } from './$types';

/** Kinds that a file can be read as. */
const readable = ReadingKind.options.filter((kind) => kind !== 'unknown');

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const { reading: row, source, corrections } = await reading(context, params.id);
  const elements = row.record === null ? [] : elementsOf(row.kind, row.record);
  const { findings, unplaced, lines } = row.reading;
  const total = (await sourcePage(context, row.source, { only: [] })).total;
  const needed = needs({ findings, unplaced, elements, total });
  const screen = screenOf(url.searchParams, total, needed);
  const page = await sourcePage(context, row.source, screen.choice);
  const byLine = Map.groupBy(elements, (element) => element.line);
  const leftOver = new Set(unplaced.map(({ line }) => line));
  const findingsAt = Map.groupBy(findings, (finding) => finding.lines?.[0] ?? null);
  return {
    reading: {
      id: row.id,
      kind: row.kind,
      kindName: kinds[row.kind].name,
      state: row.state,
      version: row.version,
      visibility: row.visibility,
      address: row.address,
      lines,
      hasRecord: row.record !== null,
    },
    source: {
      id: source.id,
      name: source.name,
      media: source.media,
      bytes: source.bytes,
      cameAt: source.cameAt,
      cameBy: source.cameBy,
    },
    replaces:
      source.replaces === null
        ? null
        : ((await namesOf(context, [{ kind: 'source', id: source.replaces }])).get(`source ${source.replaces}`) ??
          null),
    corrections: corrections.map((correction) => ({
      ...correction,
      name: nameOf(correction.path),
      runs: settledRuns(correction),
    })),
    serious: findings.filter((finding) => finding.level !== 'info'),
    notes: findings.filter((finding) => finding.level === 'info'),
    /** Rules that /check/rules explains. */
    explained: lintRules.flatMap(({ name }) => (findings.some(({ rule }) => rule === name) ? [name] : [])),
    tally: tallyOf(elements),
    doubtful: elements.filter(isDoubtful).length,
    /** Places where old and new words were told apart without marks, to be settled. */
    splits: row.record === null ? 0 : splitsOf(row.record).filter((split) => split.doubtful).length,
    /** Whether the register has texts to read it again with. */
    textsAtHand: row.state === 'open' && row.record !== null && (await textsAtHand(context, row.record)) !== null,
    leftOver: unplaced.length,
    map: mapOf(total, needed).map((stretch) => ({ ...stretch, href: questionOf(stretch.first) })),
    chapters: chaptersOf(elements).map((chapter) => ({ ...chapter, href: questionOf(chapter.line) })),
    /** Elements at no line at all, shown once, at the top. */
    general: screen.show === 'everything' && screen.before === null ? (byLine.get(null) ?? []) : [],
    rows: page.lines
      .map((line) => ({
        ...line,
        elements: byLine.get(line.number) ?? [],
        findings: findingsAt.get(line.number) ?? [],
        leftOver: leftOver.has(line.number),
      }))
      .filter((line) => line.words.trim() !== '' || line.elements.length > 0 || line.leftOver),
    screen: { show: screen.show, before: screen.before, after: screen.after, said: screen.said },
    /** What was asked, to come back to. */
    question: safeQuestion(url.search),
    visibilities: Visibility.options.map((value) => ({ value, name: visibilityNames[value] })),
    kinds: readable.filter((kind) => kind !== row.kind).map((kind) => ({ kind, name: kinds[kind].name })),
  };
};

/** The words of a clause that was settled as a whole; `null` for other corrections. */
function settledRuns({ before, after }: Correction): TextRun[] | null {
  const [old, next] = [Clause.safeParse(before), Clause.safeParse(after)];
  return old.success && next.success && old.data.line === next.data.line ? labelledRuns(next.data) : null;
}

export const actions: Actions = {
  accept: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const address = await together(locals.context, async (context) => {
        let version = numberField(form, 'version');
        const visibility = Visibility.safeParse(field(form, 'visibility'));
        const { reading: row } = await reading(context, params.id);
        if (visibility.success && visibility.data !== row.visibility) {
          await showTo(context, params.id, version, visibility.data);
          version++;
        }
        return accept(context, params.id, version);
      });
      redirect(303, address);
    });
  },
  /** A doubtful element is right as it was read. */
  confirm: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const path = `${field(form, 'path')}/certainty`;
      await correctElement(locals.context, params.id, numberField(form, 'version'), { [path]: 'sure' });
      redirect(
        303,
        `/intake/${params.id}${safeQuestion(field(form, 'question'))}#L${Math.max(1, numberField(form, 'line'))}`,
      );
    });
  },
  /** The file is read again with the texts that the register has by now; what was corrected is kept. */
  readAgain: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await readAgain(locals.context, params.id, numberField(form, 'version'));
      redirect(303, `/intake/${params.id}`);
    });
  },
  /** The same bytes are read as another kind; this reading is laid aside. */
  readAs: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const kind = ReadingKind.safeParse(field(form, 'kind'));
      if (!kind.success) refuse('no-kind', 'Choose what the file is.', '', { field: 'kind' });
      const taken = await together(locals.context, async (context) => {
        const { source } = await reading(context, params.id);
        const { name, bytes } = await original(context, source.id);
        await dismiss(context, params.id, numberField(form, 'version'));
        return takeIn(context, { bytes, name, asNewVersion: true, only: kind.data });
      });
      redirect(303, `/intake/${taken.reading ?? ''}`);
    });
  },
};
