/** Letters that are written beforehand from what is known of a cycle; a person goes on from there. */
import { printedDay } from '#kernel/dates.ts';
import type { CategoryNames } from '#modules/directory/index.ts';
import type { CycleSettings } from '../cycle/cycle.ts';
import { emptyQuery, type Audience } from './audience.ts';
import { letterKindNames, type Enclosure, type LetterContent, type LetterKind } from './letter.ts';

/** What a letter is begun from. */
export interface LetterGround {
  programme: string;
  year: number;
  settings: CycleSettings;
  categories: CategoryNames;
  /** What is enclosed with it. */
  enclosures: readonly Enclosure[];
  /** Names of those whose requests are circulated. */
  applicants: readonly string[];
  /** References of the letters that the cycle has already. */
  references: readonly string[];
}

/** The first words of a letter of a kind. */
export function firstWords(kind: LetterKind, ground: LetterGround): LetterContent {
  const { settings } = ground;
  const enclosures = [...ground.enclosures];
  const rest = {
    reference: nextReference(ground.references),
    date: null,
    footnotes: [],
    signatory: '',
    role: 'Secretary General',
    cc: [],
    enclosures,
  };
  if (kind === 'survey') return { ...rest, ...survey(ground, enclosures.length > 0) };
  if (kind === 'circulation') return { ...rest, ...circulation(ground, enclosures.length > 0) };
  return {
    ...rest,
    subject: `${ground.programme} ${ground.year}: ${letterKindNames[kind].toLowerCase()}`,
    body: `Dear colleagues,\n\nOn behalf of ${settings.organiser},`,
    to: [allOf('member', ground.categories)],
  };
}

const allOf = (category: 'member' | 'associate' | 'affiliate', names: CategoryNames): Audience => ({
  text: `All ${names[category].many}`,
  query: { ...emptyQuery, categories: [category] },
});

function survey(
  { programme, year, settings, categories }: LetterGround,
  enclosed: boolean,
): Pick<LetterContent, 'subject' | 'body' | 'to'> {
  const { applications, completion } = settings.deadlines;
  return {
    subject: `Survey of needs for ${programme} ${year}`,
    body: paragraphs(
      'Dear colleagues,',
      `${settings.organiser} invites its ${categories.member.many} to say for which of their tasks in ${year} the visit of an expert would help them.`,
      enclosed ? 'The enclosed documents explain the programme and hold the form on which a request is made.' : null,
      applications === null
        ? 'Requests can be made on the form, or in the workbench.'
        : `Requests are awaited until **${printedDay(applications)}**, on the form or in the workbench.`,
      'A request that names one clear issue, the help that is wanted and the months that suit finds an expert most easily.',
      completion === null ? null : `Missions are to be completed by ${printedDay(completion)}.`,
      'With kind regards,',
    ),
    to: [allOf('member', categories)],
  };
}

function circulation(
  { programme, year, settings, categories, applicants }: LetterGround,
  enclosed: boolean,
): Pick<LetterContent, 'subject' | 'body' | 'to' | 'cc'> {
  const { offers, completion } = settings.deadlines;
  const number = applicants.length;
  const requests = number === 0 ? 'Requests' : number === 1 ? 'One request' : `${number} requests`;
  return {
    subject: `${programme} ${year}: requests for experts`,
    body: paragraphs(
      'Dear colleagues,',
      `${requests} for the visit of an expert ${number === 1 ? 'has' : 'have'} been received and accepted for circulation by ${settings.organiser}.`,
      enclosed
        ? 'The enclosed documents list the requests, hold each of them in full, and the form for an offer.'
        : null,
      'Organisations that can help are invited to choose one request or several, and to say in a plan of assistance what they would do, when, with which experts, and who would bear the costs.',
      offers === null
        ? 'Plans can be sent on the form, or made in the workbench.'
        : `Plans of assistance are awaited until **${printedDay(offers)}**.`,
      completion === null ? null : `Missions are to be completed by ${printedDay(completion)}.`,
      'With kind regards,',
    ),
    to: [
      {
        text: `${categories.member.many} not entitled to fellowships`,
        query: { ...emptyQuery, categories: ['member'], fellowship: 'no' },
      },
      allOf('associate', categories),
      allOf('affiliate', categories),
    ],
    cc: [{ text: 'Those who have applied', query: { ...emptyQuery, applicants: true } }],
  };
}

const paragraphs = (...words: (string | null)[]): string => words.filter((one) => one !== null).join('\n\n');

/** The reference after the last one that ends in a number: "OCU/BD-6.2/2027/14" after "OCU/BD-6.2/2027/13". */
export function nextReference(references: readonly string[]): string {
  const numbered = references.flatMap((reference) => {
    const match = /^(.*?)(\d+)$/.exec(reference);
    return match === null ? [] : [{ before: match[1] ?? '', digits: match[2] ?? '' }];
  });
  const last = numbered.at(-1);
  if (last === undefined) return '';
  const same = numbered.filter(({ before }) => before === last.before);
  const highest = Math.max(...same.map(({ digits }) => Number(digits)));
  return `${last.before}${String(highest + 1).padStart(last.digits.length, '0')}`;
}
