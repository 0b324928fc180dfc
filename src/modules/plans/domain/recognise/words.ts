/**
 * The words that plans use for their levels, and what each level is for. Plans name their levels themselves
 * ("Strategic Pillar", "Key Result Area"); only the head noun is known here, whatever stands before it.
 */
import type { LevelRole } from '#kernel/reading/index.ts';

/** What the words at a place in a plan announce: a level of elements, or one of the things beside them. */
export type Subject = LevelRole | 'indicator' | 'risk';

/** A level named in the words of the plan. */
export interface LevelName {
  /** Head noun in the singular, in kebab case: "pillar", "result-area". */
  key: string;
  /** As the plan words it, in the singular: "Strategic Pillar". */
  name: string;
  subject: Subject;
  /** Whether words of the plan qualify the noun ("Strategic"). */
  qualified: boolean;
  plural: boolean;
}

/** Singular, plural and subject of the nouns; the order does not matter. */
const nouns: readonly (readonly [singular: string, plural: string, subject: Subject])[] = [
  ['goal', 'goals', 'goal'],
  ['pillar', 'pillars', 'goal'],
  ['priority', 'priorities', 'goal'],
  ['theme', 'themes', 'goal'],
  ['thrust', 'thrusts', 'goal'],
  ['axis', 'axes', 'goal'],
  ['ambition', 'ambitions', 'goal'],
  ['strategic direction', 'strategic directions', 'goal'],
  ['impact', 'impacts', 'goal'],
  ['objective', 'objectives', 'objective'],
  ['purpose', 'purposes', 'objective'],
  ['outcome', 'outcomes', 'outcome'],
  ['result', 'results', 'outcome'],
  ['accomplishment', 'accomplishments', 'outcome'],
  ['output', 'outputs', 'output'],
  ['deliverable', 'deliverables', 'output'],
  ['action', 'actions', 'activity'],
  ['activity', 'activities', 'activity'],
  ['initiative', 'initiatives', 'activity'],
  ['intervention', 'interventions', 'activity'],
  ['task', 'tasks', 'activity'],
  ['work item', 'work items', 'activity'],
  ['target', 'targets', 'target'],
  ['milestone', 'milestones', 'target'],
  ['programme', 'programmes', 'programme'],
  ['program', 'programs', 'programme'],
  ['project', 'projects', 'programme'],
  ['result area', 'result areas', 'area'],
  ['results area', 'results areas', 'area'],
  ['priority area', 'priority areas', 'area'],
  ['focus area', 'focus areas', 'area'],
  ['thematic area', 'thematic areas', 'area'],
  ['area of work', 'areas of work', 'area'],
  ['area of focus', 'areas of focus', 'area'],
  ['area of action', 'areas of action', 'area'],
  ['work area', 'work areas', 'area'],
  ['work stream', 'work streams', 'area'],
  ['workstream', 'workstreams', 'area'],
  ['line of action', 'lines of action', 'area'],
  ['cluster', 'clusters', 'area'],
  ['enabler', 'enablers', 'enabler'],
  ['support service', 'support services', 'enabler'],
  ['strategy', 'strategies', 'other'],
  ['component', 'components', 'other'],
  ['commitment', 'commitments', 'other'],
  ['question', 'questions', 'other'],
  ['value', 'values', 'other'],
  ['principle', 'principles', 'other'],
  ['criterion', 'criteria', 'other'],
  ['overall objective', 'overall objectives', 'other'],
  ['overall goal', 'overall goals', 'other'],
  ['development objective', 'development objectives', 'other'],
  ['vision', 'visions', 'other'],
  ['mission', 'missions', 'other'],
  ['contribution', 'contributions', 'other'],
  ['indicator', 'indicators', 'indicator'],
  ['kpi', 'kpis', 'indicator'],
  ['measure of success', 'measures of success', 'indicator'],
  ['success measure', 'success measures', 'indicator'],
  ['performance measure', 'performance measures', 'indicator'],
  ['risk', 'risks', 'risk'],
];

/** Words before a noun that belong to the name of the level. Other words before it do not ("the ITU objectives"). */
const qualifiers = [
  'strategic|key|main|major|specific|expected|intended|planned|priority|thematic|cross-?cutting|corporate',
  'institutional|operational|organi[sz]ational|immediate|intermediate|inter-?sectoral|sectoral|sector|national|regional',
  'global|long-term|medium-term|short-term|development|performance|enabling|core|supporting|high-level|top-level',
  'implementation|flagship|guiding|success|mitigation|sub-?|study group|desired|ultimate|programme|cooperation',
].join('|');

const byForm = new Map<string, { singular: string; plural: boolean; subject: Subject }>();
for (const [singular, plural, subject] of nouns) {
  byForm.set(singular, { singular, plural: false, subject });
  byForm.set(plural, { singular, plural: true, subject });
}
const anyNoun = [...byForm.keys()].sort((a, b) => b.length - a.length).join('|');
const namePattern = `(?:(?:${qualifiers})[ -]?(?<=[ -])){0,2}(?:${anyNoun})`;
const nameAtStart = new RegExp(`^(${namePattern})\\b`, 'i');
const nameAtEnd = new RegExp(`(?:^|[\\s/])(${namePattern})$`, 'i');
const namesAnywhere = new RegExp(`\\b(${namePattern})\\b`, 'gi');
const qualifiedForm = new RegExp(`^(?:(?:${qualifiers})[ -]?)`, 'i');

/** Names of other people's frameworks hold the same nouns and are no levels of this plan. */
const foreignNames =
  /\b(?:UN |United Nations )?(?:Sustainable|Millennium) Development Goals?(?: and targets?)?|\bSDG (?:goals?|targets?|indicators?)|\bWSIS (?:action lines?|targets?)|\baction (?:lines?|plans?)\b/gi;

/** The name of a level in these words, which must be nothing but the name. */
export function levelNameOf(words: string): LevelName | null {
  const match = nameAtStart.exec(words);
  return match?.[0].length === words.length ? toName(words) : null;
}

/** A level name at the very beginning of a text, and the rest of the text. */
export function levelNameAtStart(text: string): { level: LevelName; rest: string } | null {
  const match = nameAtStart.exec(text);
  if (match === null) return null;
  return { level: toName(match[0]), rest: text.slice(match[0].length) };
}

/** Levels of logical frameworks; the words head prose in any other document, and are in its sentences. */
const onlyPrinted: ReadonlySet<string> = new Set(['impact', 'purpose']);

/** Whether a word names a level only where it is printed with an element ("Purpose: …"). */
export function isOnlyPrinted(level: LevelName): boolean {
  return onlyPrinted.has(level.key);
}

/** Every level name in a text with its place, names of foreign frameworks left aside. */
export function levelNamesIn(text: string): { level: LevelName; from: number; to: number }[] {
  const masked = text.replace(foreignNames, (words) => '·'.repeat(words.length));
  return [...masked.matchAll(namesAnywhere)].flatMap((match) => {
    const level = toName(match[0]);
    return isOnlyPrinted(level) ? [] : [{ level, from: match.index, to: match.index + match[0].length }];
  });
}

/**
 * The levels that a heading names and nothing else: "Strategic goals & targets", "ITU-R Objectives, Outcomes and
 * Outputs", "Enablers for the Secretariat". Empty when the heading says anything more.
 */
export function levelsOfHeading(heading: string): LevelName[] {
  if (heading.length > 120) return [];
  const words = heading
    .replace(/^action plan$|\baction plans\b/gi, 'actions')
    .replace(/\(s\)/gi, 's')
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/\s*:$/, '')
    .replace(/^the\s+/i, '')
    .trim();
  foreignNames.lastIndex = 0;
  if (foreignNames.test(words)) return [];
  const levels: LevelName[] = [];
  for (const part of words.split(/\s*(?:,|&|\/(?=\s)|\band\b)\s*/i)) {
    if (part === '') continue;
    const level = partName(part);
    if (level === null || isOnlyPrinted(level)) return [];
    levels.push(level);
  }
  return levels;
}

/** "ITU-R Objectives", "Enablers for ITU-R": the level name at the end, or at the beginning before a few words more. */
function partName(part: string): LevelName | null {
  if (part.split(' ').length > 7) return null;
  const end = nameAtEnd.exec(part);
  const before = end === null ? '' : part.slice(0, end.index).trim();
  if (end?.[1] !== undefined && before.split(' ').length <= 3 && /^(?:[A-Z0-9]|relevant|other|$)/.test(before)) {
    return toName(end[1]);
  }
  const start = nameAtStart.exec(part);
  if (start !== null && /^ (?:for|of|by|in) [^.:;]+$/i.test(part.slice(start[0].length))) return toName(start[0]);
  return null;
}

function toName(words: string): LevelName {
  const lower = words.toLowerCase();
  let noun = '';
  for (let from = 0; from !== -1 && noun === ''; from = nextWord(lower, from)) {
    if (byForm.has(lower.slice(from))) noun = lower.slice(from);
  }
  const form = byForm.get(noun) ?? { singular: noun, plural: false, subject: 'other' as const };
  const capitals = words === words.toUpperCase() && words.length >= 4;
  const before = words.slice(0, words.length - noun.length);
  const printed = words.slice(words.length - noun.length);
  const singular = capitals ? titleCase(form.singular) : withCaseOf(printed, form.singular);
  const name = (capitals ? titleCase(before.toLowerCase()) : before) + singular;
  return {
    key: keyOfNoun(form.singular),
    name: name.charAt(0).toUpperCase() + name.slice(1),
    subject: form.subject,
    qualified: qualifiedForm.test(before),
    plural: form.plural,
  };
}

/** "area of work" and "area of focus" are both areas; British and American programmes are the same. */
function keyOfNoun(noun: string): string {
  if (noun === 'program') return 'programme';
  return noun.replace(/ of .*/, '').replaceAll(' ', '-');
}

function nextWord(text: string, from: number): number {
  const gap = text.slice(from).search(/[ -]/);
  return gap === -1 ? -1 : from + gap + 1;
}

function titleCase(words: string): string {
  return words.replace(/(^|[\s-])([a-z])/g, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

/** The singular in the capitals of the printed form: "Result Areas" gives "Result Area", "KPIs" gives "KPI". */
function withCaseOf(printed: string, singular: string): string {
  const capitals = printed.split(' ').map((word) => /^[A-Z]/.test(word));
  if (/^[A-Z]{2}/.test(printed)) return singular.toUpperCase();
  return singular
    .split(' ')
    .map((word, index) => (capitals[index] === true ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(' ');
}

/** "Strategic Objective" as the key of a level: "strategic-objective". */
export function keyOfWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Where a level stands in a results framework when nothing else says so; smaller is higher. */
export const rankOfRole: Readonly<Record<LevelRole, number>> = {
  goal: 0,
  objective: 1,
  outcome: 2,
  output: 3,
  programme: 4,
  area: 5,
  activity: 6,
  enabler: 5.5,
  target: 7,
  other: 7,
};
