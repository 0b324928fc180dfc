/** The agreement on a mission: written from its record, changed clause by clause, signed, and changed again. */
import type { Document } from '#formats/document/index.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import type { Answers } from '../../domain/forms/answers.ts';
import {
  agreementDocument,
  Clause,
  clausesFrom,
  differencesOf,
  organiserParty,
  Signature,
  type ClauseDifference,
} from '../../domain/mission/agreement.ts';
import { agreementVersions, putAgreement, type AgreementVersion } from '../../store/carried-out.ts';
import { cycleBy } from '../../store/cycles.ts';
import { applicationBy, assistancePlanBy } from '../../store/missions.ts';
import { paperFile, type PaperFile, type PaperFormat } from '../forms/paper-files.ts';
import { changeMission, mission, mustTakePart, partiesTo, today, type Mission } from './carried-out.ts';

export type { AgreementVersion };

/** The agreement as a page shows it. */
export interface AgreementSeen {
  mission: Mission;
  /** The version that is looked at; `null` before the first. */
  shown: AgreementVersion | null;
  /** Newest first. */
  versions: { number: number; madeAt: Date; madeBy: string; reason: string; signed: number }[];
  /** How the shown version differs from the one before it. */
  differences: ClauseDifference[];
  parties: { party: string; name: string }[];
  mayWrite: boolean;
  /** Parties for which the viewer may record the signature. */
  maySignFor: string[];
}

/** The agreement of a mission: the newest version, or the one asked for. @throws Refusal `not-found` */
export async function agreement(context: Context, slug: string, number: number | null = null): Promise<AgreementSeen> {
  const { mission: found, side } = await mission(context, slug);
  const versions = await agreementVersions(context.db, found.id);
  const shown = number === null ? (versions[0] ?? null) : (versions.find((one) => one.number === number) ?? null);
  if (number !== null && shown === null) {
    refuse('not-found', 'There is no such version of the agreement.', 'Open the newest one.');
  }
  const earlier = shown === null ? undefined : versions.find((one) => one.number === shown.number - 1);
  const parties = await namedParties(context, found);
  const newest = shown !== null && shown === versions[0];
  return {
    mission: found,
    shown,
    versions: versions.map(({ number, madeAt, madeBy, reason, signatures }) => ({
      number,
      madeAt,
      madeBy,
      reason,
      signed: signatures.length,
    })),
    differences: shown === null || earlier === undefined ? [] : differencesOf(earlier.clauses, shown.clauses),
    parties,
    mayWrite: side === 'secretariat' && (found.stage === 'agreement' || found.stage === 'agreed'),
    maySignFor: newest && side !== null && found.stage !== 'cancelled' ? signsFor(context, found, side, shown) : [],
  };
}

function signsFor(context: Context, found: Mission, side: string, { signatures }: AgreementVersion): string[] {
  const open = partiesTo(found).filter((party) => !signatures.some((one) => one.party === party));
  return side === 'secretariat' ? open : open.filter((party) => party === context.viewer.organisation);
}

async function organiserOf(context: Context, { cycle }: Mission): Promise<{ organiser: string; programme: string }> {
  const found = cycle === null ? null : await cycleBy(context.db, { id: cycle });
  return {
    organiser: found?.settings.organiser ?? 'the organiser',
    programme: found === null ? '' : `${found.programme} ${found.year}`,
  };
}

/** Who signs, with names: the beneficiary, the offering organisations, the organiser. */
async function namedParties(context: Context, found: Mission): Promise<{ party: string; name: string }[]> {
  const { organiser } = await organiserOf(context, found);
  const { details, beneficiary } = found;
  return partiesTo(found).map((party) => ({
    party,
    name:
      party === organiserParty
        ? organiser
        : party === (beneficiary ?? details.beneficiary)
          ? details.beneficiary
          : (details.offerers.find(({ id, name }) => (id ?? name) === party)?.name ?? party),
  }));
}

/**
 * Writes the agreement from the record: the first version, over one that nobody signed, or a new version after a
 * signed one, which needs a reason.
 */
export async function writeAgreement(context: Context, slug: string, version: number, reason: string): Promise<void> {
  mustMay(context, 'run-missions');
  await putClauses(context, slug, version, reason, async (found, _, context) => {
    const { organiser } = await organiserOf(context, found);
    const request = found.application === null ? null : await applicationBy(context.db, { id: found.application });
    const answers: Answers[] = [];
    for (const id of found.offers) answers.push((await assistancePlanBy(context.db, { id }))?.content.answers ?? {});
    const joined = (key: string): string =>
      answers
        .flatMap((one) => one[key]?.text ?? [])
        .filter((text) => text !== '')
        .join('\n');
    return clausesFrom({
      title: found.title,
      organiser,
      country: request?.content.country.printed ?? null,
      details: found.details,
      milestones: found.milestones,
      costs: found.costs.plan,
      scope: joined('details') || (request?.content.answers['support_action']?.text ?? ''),
      deliverables: joined('outcomes'),
      others: '',
    });
  });
}

/** Changes the words of one clause. @throws Refusal `not-found`, `bad-clause`, `reason-missing` */
export async function changeClause(
  context: Context,
  slug: string,
  version: number,
  change: { key: string; text: string; reason: string },
): Promise<void> {
  mustMay(context, 'run-missions');
  await putClauses(context, slug, version, change.reason, (_, newest) => {
    const before = newest?.clauses.find(({ key }) => key === change.key);
    if (newest === undefined || before === undefined) {
      return refuse('not-found', 'There is no such clause.', 'Load the page again.');
    }
    const checked = Clause.safeParse({ ...before, text: change.text.replaceAll('\r\n', '\n').trim() });
    if (!checked.success) {
      refuse('bad-clause', checked.error.issues[0]?.message ?? 'The clause cannot be kept.', '', { field: 'text' });
    }
    return newest.clauses.map((clause) => (clause.key === change.key ? checked.data : clause));
  });
}

/** A version that somebody signed stands; anything after it is the next one. */
async function putClauses(
  context: Context,
  slug: string,
  version: number,
  reason: string,
  work: (found: Mission, newest: AgreementVersion | undefined, context: Context) => Clause[] | Promise<Clause[]>,
): Promise<void> {
  const words = reason.trim();
  const asked = { sides: ['secretariat'] as const, action: 'wrote the agreement of', note: words };
  await changeMission(context, slug, version, asked, async (found, _, context) => {
    if (found.stage !== 'agreement' && found.stage !== 'agreed') {
      refuse('mission-under-way', 'The mission has begun; its agreement stands.', 'Move single steps instead.');
    }
    const [newest] = await agreementVersions(context.db, found.id);
    const clauses = await work(found, newest, context);
    const signed = newest !== undefined && newest.signatures.length > 0;
    if (signed && words === '') {
      refuse('reason-missing', 'This version is signed: say why there is a new one.', '', { field: 'reason' });
    }
    if (newest !== undefined && differencesOf(newest.clauses, clauses).length === 0) {
      refuse('nothing-new', 'This says the same as the newest version.', 'Change something, or leave it.');
    }
    await putAgreement(context.db, found.id, {
      number: newest === undefined ? 1 : newest.number + (signed ? 1 : 0),
      clauses,
      signatures: [],
      reason: signed ? words : (newest?.reason ?? ''),
      madeBy: context.viewer.name,
      madeAt: context.now(),
    });
    return found.stage === 'agreed' ? { stage: 'agreement' } : {};
  });
}

/** Records that a party signed the newest version. Each records its own; the secretariat records any. */
export async function signAgreement(
  context: Context,
  slug: string,
  version: number,
  signature: { party: string; name: string; on: string },
): Promise<void> {
  mustTakePart(context);
  const asked = { sides: ['beneficiary', 'offerer', 'secretariat'] as const, action: 'signed the agreement of' };
  await changeMission(context, slug, version, asked, async (found, side, context) => {
    const [newest] = await agreementVersions(context.db, found.id);
    if (newest === undefined) return refuse('not-found', 'There is no agreement to sign yet.', 'Ask the secretariat.');
    if (!signsFor(context, found, side, newest).includes(signature.party)) {
      refuse('not-allowed', 'You cannot record this signature.', 'It may be there already; load the page again.', {
        field: 'party',
      });
    }
    const checked = Signature.safeParse({ ...signature, by: context.viewer.name });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      refuse('bad-signature', issue?.message ?? 'The signature cannot be kept.', '', {
        field: String(issue?.path[0] ?? 'name'),
      });
    }
    if (checked.data.on > today(context)) refuse('bad-signature', 'That day is not here yet.', '', { field: 'on' });
    await putAgreement(context.db, found.id, { ...newest, signatures: [...newest.signatures, checked.data] });
    return {};
  });
}

async function paperOfVersion(context: Context, slug: string, number: number | null): Promise<Document> {
  const { mission: found, shown, parties } = await agreement(context, slug, number);
  if (shown === null) return refuse('not-found', 'There is no agreement yet.', 'Write it from the record first.');
  const { programme } = await organiserOf(context, found);
  return agreementDocument({
    title: found.title,
    programme,
    number: shown.number,
    madeOn: shown.madeAt.toISOString().slice(0, 10),
    clauses: shown.clauses,
    parties,
    signatures: shown.signatures,
  });
}

/** The agreement as a file in house layout. @throws Refusal `not-found` */
export async function agreementFile(
  context: Context,
  slug: string,
  number: number | null,
  format: PaperFormat,
): Promise<PaperFile> {
  return paperFile(await paperOfVersion(context, slug, number), format);
}
