import type { AnyRecord, PlanRecord, RecordOf } from '#kernel/reading/index.ts';
import type { Accepted, Origin, Written } from '#kernel/register.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { acceptApplication, acceptAssistancePlan, acceptCall } from '#modules/missions/server/index.ts';
import { acceptMeeting } from '#modules/partners/server/index.ts';
import { acceptPlan } from '#modules/plans/server/index.ts';
import {
  acceptInstrument,
  acceptInstruments,
  acceptProposals,
  acceptSupportReply,
} from '#modules/texts/server/index.ts';
import { link, makeFindable } from '#modules/trace/server/index.ts';
import { putInOutbox } from '#platform/db/index.ts';
import { linesOfValues } from '../domain/value-lines.ts';
import { contactsOfReading, insertPassages, updateReading, type ReadingRow } from '../store/readings.ts';
import { countLines, linesOfSource } from '../store/sources.ts';
import { mustBeOpen, reading } from './readings.ts';

/**
 * Accepts an open reading: its record enters the register, is found by search, linked, and leads back to its words.
 * All of it or nothing.
 * @returns the address of the record's page
 */
export async function accept(context: Context, id: string, version: number): Promise<string> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const { reading: row, source } = await reading(context, id);
    mustBeOpen(row);
    if (row.record === null) {
      refuse(
        'nothing-to-accept',
        'The file was not understood, so there is no record to accept.',
        'It stays searchable in intake.',
      );
    }
    const origin: Origin = {
      source: row.source,
      visibility: row.visibility,
      parties: [],
      file: { name: source.name, sha256: source.sha256, bytes: source.bytes },
    };
    const name = source.name.replace(/\.[A-Za-z0-9]{1,5}$/, '').replaceAll('_', ' ');
    const accepted = await intoRegister(context, row, row.record, origin, name);
    if (accepted.goOn === undefined) await leadBack(context, accepted, row, row.record);
    const things = [accepted.main, ...accepted.others];
    await makeFindable(context, things);
    await link(context, accepted.ties, row.source);
    await insertPassages(context.db, row.source, things);
    const { address } = accepted.main;
    if (!(await updateReading(context.db, id, version, { state: 'accepted', address }))) {
      refuseStale('The reading');
    }
    await putInOutbox(context.db, [
      {
        kind: 'accepted',
        subject: accepted.main,
        payload: { address: accepted.main.address, title: accepted.main.title },
      },
    ]);
    const note = accepted.told?.join(' ') ?? '';
    await remember(
      context,
      'accepted',
      { kind: 'reading', id },
      { after: { address }, ...(note === '' ? {} : { note }) },
    );
    return accepted.goOn ?? address;
  });
}

/** Each room writes its own records. */
async function intoRegister(
  context: Context,
  row: ReadingRow,
  record: AnyRecord,
  origin: Origin,
  name: string,
): Promise<Accepted> {
  switch (row.kind) {
    case 'proposals':
      return withPlans(context, record as RecordOf<'proposals'>, origin, name);
    case 'instrument':
      return acceptInstrument(context, record as RecordOf<'instrument'>, origin, name);
    case 'instruments':
      return acceptInstruments(context, record as RecordOf<'instruments'>, origin);
    case 'plan':
      return acceptPlan(context, record as PlanRecord, origin, name);
    case 'mission-call':
      return acceptCall(context, record as RecordOf<'mission-call'>, origin);
    case 'mission-application':
      return acceptApplication(context, record as RecordOf<'mission-application'>, origin);
    case 'assistance-plan':
      return acceptAssistancePlan(context, record as RecordOf<'assistance-plan'>, origin, name);
    case 'meeting-report':
      return acceptMeeting(
        context,
        record as RecordOf<'meeting-report'>,
        origin,
        new Map(await contactsOfReading(context.db, row.id)),
      );
    case 'support-reply':
      return acceptSupportReply(context, record as RecordOf<'support-reply'>, origin);
    case 'unknown':
      return refuse('nothing-to-accept', 'A file of unknown kind has no record.', 'It stays searchable in intake.');
  }
}

/** Larger sources are not looked through for single values. */
const mostLines = 100_000;

/** Keeps, beside the lines that the rooms know of, those that say values without a line of their own. */
async function leadBack(context: Context, accepted: Accepted, row: ReadingRow, record: AnyRecord): Promise<void> {
  if ((await countLines(context.db, row.source)) > mostLines) return;
  const lines = await linesOfSource(context.db, row.source);
  for (const { thing, values } of valuesOf(row, accepted, record)) {
    thing.passages.push(...linesOfValues(values, lines));
  }
}

/** The things that were written, each with that part of the record which it shows. */
function valuesOf(row: ReadingRow, accepted: Accepted, record: AnyRecord): { thing: Written; values: unknown }[] {
  const parts = (kind: Written['kind'], values: readonly unknown[]): { thing: Written; values: unknown }[] =>
    accepted.others
      .filter((thing) => thing.kind === kind)
      .slice(0, values.length)
      .map((thing, index) => ({ thing, values: values[index] }));
  switch (row.kind) {
    case 'proposals':
      return parts(
        'proposal',
        (record as RecordOf<'proposals'>).proposals.map(({ lines, title, text }) => ({
          lines,
          title,
          text: { heading: text?.heading, opening: text?.opening },
        })),
      );
    case 'instrument': {
      const { heading, title, opening } = record as RecordOf<'instrument'>;
      return [{ thing: accepted.main, values: { heading, title, opening } }];
    }
    case 'instruments': {
      const things = [accepted.main, ...accepted.others].filter((thing) => thing.kind === 'revision');
      const { texts } = record as RecordOf<'instruments'>;
      // Where some were left out, things and texts are not one to one.
      if (things.length !== texts.length) return [];
      return things.map((thing, index) => {
        const { heading, title, opening } = texts[index] ?? {};
        return { thing, values: { heading, title, opening } };
      });
    }
    case 'mission-call': {
      const { applications, ...call } = record as RecordOf<'mission-call'>;
      return [{ thing: accepted.main, values: call }, ...parts('application', applications)];
    }
    case 'plan':
    case 'mission-application':
    case 'assistance-plan':
    case 'meeting-report':
    case 'support-reply':
      return [{ thing: accepted.main, values: record }];
    case 'unknown':
      return [];
  }
}

/** Proposals, and the plans that some of them propose. */
async function withPlans(
  context: Context,
  record: RecordOf<'proposals'>,
  origin: Origin,
  name: string,
): Promise<Accepted> {
  const accepted = await acceptProposals(context, record, origin, name);
  for (const [index, proposal] of record.proposals.entries()) {
    if (proposal.plan === null) continue;
    const plan = await acceptPlan(context, proposal.plan, origin, `Plan in ${proposal.reference}`);
    const written = accepted.others.filter((thing) => thing.kind === 'proposal')[index];
    accepted.others.push(plan.main, ...plan.others);
    accepted.ties.push(...plan.ties);
    if (written !== undefined)
      accepted.ties.push({ from: plan.main, to: written, type: 'part-of', lines: proposal.lines });
  }
  return accepted;
}
