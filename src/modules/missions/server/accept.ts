import { newId } from '#kernel/ids.ts';
import type { AssistancePlan, MissionApplication, MissionCallRecord, QuestionKey } from '#kernel/reading/index.ts';
import type { Accepted, Origin, Passage, Written } from '#kernel/register.ts';
import { freeSlug, mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { organisationNamed, organisationWritten } from '#modules/directory/server/index.ts';
import { contentOfReading, offerOfReading } from '../domain/forms/of-reading.ts';
import { unnamedOrganiser } from '../domain/cycle/usual.ts';
import { cycleBy, updateCycle } from '../store/cycles.ts';
import {
  insertApplication,
  insertAssistancePlan,
  insertCall,
  type Application,
  type Call,
  type StoredAssistancePlan,
} from '../store/missions.ts';
import { newCycle } from './cycle/cycles.ts';
import { offerToOnline } from './forms/form-to-online.ts';
import { applicationWritten, offerWritten } from './written.ts';

/** Writes a call with its applications into the register. */
export async function acceptCall(context: Context, record: MissionCallRecord, origin: Origin): Promise<Accepted> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const { applications, ...frame } = record;
    const slug = await freeSlug(context.db, 'missions.call', `${record.programme} ${record.year}`);
    const call = {
      id: newId(context.now().getTime()),
      slug,
      ...placed(origin),
      programme: record.programme,
      year: record.year,
    };
    await insertCall(context.db, { ...call, frame });
    const cycle = await cycleOfCall(context, { ...call, frame });
    await remember(
      context,
      'accepted',
      { kind: 'call', id: call.id },
      { after: { ...call, applications: applications.length } },
    );
    const main: Written = {
      kind: 'call',
      id: call.id,
      address: `/missions/calls/${slug}`,
      title: `${record.programme} ${record.year}`,
      body: [
        record.letter?.subject ?? '',
        ...record.summary.map((row) => `${row.country} ${row.organisation} ${row.title}`),
      ].join('\n'),
      year: record.year,
      organisation: null,
      visibility: origin.visibility,
      parties: origin.parties,
      passages: record.summary.map((row) => ({ field: `summary.${row.number}`, lines: [row.line, row.line] })),
    };
    const written: Written[] = [];
    for (const [index, application] of applications.entries()) {
      const within = { id: call.id, slug, year: record.year, position: index + 1, cycle };
      written.push(...(await writeApplication(context, application, origin, within)));
    }
    const part = written.filter((thing) => thing.kind === 'application');
    return {
      main,
      others: written,
      ties: part.map((thing) => ({
        from: thing,
        to: main,
        type: 'part-of',
        lines: thing.passages[0]?.lines ?? null,
      })),
    };
  });
}

/** Writes a single application, that came without a call, into the register. */
export async function acceptApplication(
  context: Context,
  record: MissionApplication,
  origin: Origin,
): Promise<Accepted> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const there = await offerToOnline(context, 'application', record.form, origin);
    if (there !== null) return there;
    const [main, ...others] = await writeApplication(context, record, origin, null);
    return { main, others, ties: [] };
  });
}

/** Answers the application first, then the organisation that applies. */
async function writeApplication(
  context: Context,
  record: MissionApplication,
  origin: Origin,
  call: { id: string; slug: string; year: number; position: number; cycle: string } | null,
): Promise<[Written, ...Written[]]> {
  const applicant =
    record.organisation === ''
      ? null
      : await organisationNamed(context, { ...keyAndName(record.organisation), country: record.country.iso2 });
  const slug = await freeSlug(
    context.db,
    'missions.application',
    call === null
      ? `${record.country.printed} ${record.title}`
      : `${call.slug} ${call.position} ${record.country.printed}`,
  );
  const parties = [...new Set([...origin.parties, ...(applicant === null ? [] : [applicant.id])])];
  const application: Application = {
    id: newId(context.now().getTime()),
    slug,
    ...placed({ ...origin, parties }),
    call: call?.id ?? null,
    position: call?.position ?? 1,
    country: record.country.iso2,
    organisation: applicant?.id ?? null,
    title: record.title,
    record,
    content: contentOfReading(record, origin.source),
    cycle: call?.cycle ?? null,
    formVersion: 1,
    // What a call encloses has been screened and sent round.
    stage: call === null ? 'submitted' : 'circulated',
    pending: null,
    cameBy: call === null ? 'word' : 'call',
    changedAt: context.now(),
    version: 1,
  };
  await insertApplication(context.db, application);
  await remember(context, 'accepted', { kind: 'application', id: application.id }, { after: application });
  const written: Written = {
    ...applicationWritten(application, call?.year ?? yearOf(record)),
    passages: [{ field: 'application', lines: record.lines }, ...answerPassages(record)],
  };
  return applicant === null ? [written] : [written, organisationWritten(applicant)];
}

function answerPassages(record: MissionApplication): Passage[] {
  return (Object.keys(record.answers) as QuestionKey[]).flatMap((key) => {
    const { lines } = record.answers[key];
    return lines === null ? [] : [{ field: `answers.${key}`, lines }];
  });
}

/** Writes a filled plan of assistance into the register. */
export async function acceptAssistancePlan(
  context: Context,
  record: AssistancePlan,
  origin: Origin,
  name: string,
): Promise<Accepted> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const there = await offerToOnline(context, 'assistance-plan', record.form, origin);
    if (there !== null) return there;
    const title = record.interest ?? name;
    const content = offerOfReading(record, origin.source);
    const offerer =
      content.organisation === '' ? null : await organisationNamed(context, keyAndName(content.organisation));
    const plan: StoredAssistancePlan = {
      id: newId(context.now().getTime()),
      slug: await freeSlug(context.db, 'missions.assistance_plan', title),
      ...placed({ ...origin, parties: [...new Set([...origin.parties, ...(offerer === null ? [] : [offerer.id])])] }),
      title,
      record,
      content,
      cycle: null,
      organisation: offerer?.id ?? null,
      applications: [],
      formVersion: 1,
      stage: 'received',
      pending: null,
      cameBy: 'word',
      changedAt: context.now(),
      version: 1,
    };
    await insertAssistancePlan(context.db, plan);
    await remember(context, 'accepted', { kind: 'assistance-plan', id: plan.id }, { after: plan });
    const main = offerWritten(plan, null);
    if (offerer !== null) return { main, others: [organisationWritten(offerer)], ties: [] };
    return { main, others: [], ties: [] };
  });
}

/** The cycle that a call belongs to: the one of its programme and year, or a new one that begins where the call stands. */
async function cycleOfCall(context: Context, call: Omit<Call, 'version'>): Promise<string> {
  const { programme, year, frame, visibility } = call;
  const known = await cycleBy(context.db, { programme, year });
  if (known !== null) {
    if (known.call === null && !(await updateCycle(context.db, known.id, known.version, { call: call.id }))) {
      refuseStale('The cycle');
    }
    return known.id;
  }
  const offers = frame.letter?.deadline ?? null;
  const wanted = { programme, year, organiser: unnamedOrganiser, plan: null, visibility, deadlines: { offers } };
  return (await newCycle(context, wanted, call.id)).id;
}

function placed(origin: Origin) {
  return { source: origin.source, visibility: origin.visibility, parties: [...origin.parties] };
}

function yearOf(record: MissionApplication): number | null {
  const dated = record.timeline.find((when) => when.from !== null)?.from;
  return dated === undefined || dated === null ? null : Number(dated.slice(0, 4));
}

/** "Ministry of Works (MOW)" is called MOW for short. */
function keyAndName(printed: string): { key: string; name: string } {
  const match = /^(.*\S)\s*\(([A-Z][A-Za-z0-9-]{1,12})\)$/.exec(printed);
  return { key: match?.[2] ?? printed, name: match?.[1] ?? printed };
}
