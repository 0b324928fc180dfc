/** What search learns of cycles, requests and offers. */
import type { Written } from '#kernel/register.ts';
import type { Answers } from '../domain/forms/answers.ts';
import type { Mission } from '../store/carried-out.ts';
import type { Cycle } from '../store/cycles.ts';
import type { Application, StoredAssistancePlan } from '../store/missions.ts';

export function cycleWritten({ id, slug, programme, year, settings, visibility, parties }: Cycle): Written {
  return {
    kind: 'cycle',
    id,
    address: `/missions/${slug}`,
    title: `${programme} ${year}`,
    body: settings.organiser,
    year,
    organisation: null,
    visibility,
    parties,
    passages: [],
  };
}

/** @param year of its cycle, or the year that it names itself */
export function applicationWritten(application: Application, year: number | null): Written {
  const { id, slug, title, content, organisation, visibility, parties } = application;
  return {
    kind: 'application',
    id,
    address: `/missions/applications/${slug}`,
    title,
    body: [content.country.printed, content.organisation, ...wordsOf(content.answers)].join('\n'),
    year,
    organisation,
    visibility,
    parties,
    passages: [],
  };
}

export function offerWritten(offer: StoredAssistancePlan, year: number | null): Written {
  const { id, slug, title, content, organisation, visibility, parties } = offer;
  return {
    kind: 'assistance-plan',
    id,
    address: `/missions/assistance-plans/${slug}`,
    title,
    body: wordsOf(content.answers).join('\n'),
    year,
    organisation,
    visibility,
    parties,
    passages: [],
  };
}

const wordsOf = (answers: Answers): string[] =>
  Object.values(answers)
    .flatMap(({ text, other }) => [text, other ?? ''])
    .filter((words) => words !== '');

/** A mission whose summary is shown is found by what everybody may read; any other by the parties, by its title. */
export function missionWritten(
  { id, slug, title, beneficiary, details, visibility, parties }: Mission,
  year: number | null,
): Written {
  const shown = details.summaryShown;
  const body = [details.beneficiary, ...details.offerers.map(({ name }) => name), shown ? details.publicSummary : ''];
  return {
    kind: 'mission',
    id,
    address: `/missions/missions/${slug}`,
    title,
    body: body.filter((words) => words !== '').join('\n'),
    year,
    organisation: beneficiary,
    visibility: shown ? 'public' : visibility,
    parties,
    passages: [],
  };
}
