/** Letters as forms: flat fields in both directions, organisations and countries by their names. */
import { countryCode } from '#kernel/countries.ts';
import { refuse } from '#kernel/problem.ts';
import type { Context } from '#modules/access/server/index.ts';
import { Category, type Category as CategoryKey } from '#modules/directory/index.ts';
import { knownOrganisation, organisationNames } from '#modules/directory/server/index.ts';
import type { Audience, AudienceQuery, LetterContent } from '#modules/missions/index.ts';
import { field } from '../../pages.ts';
import { countryName } from '../../words.ts';

/** Fields of the form by their names. */
export type LetterValues = Record<string, string>;

const mostAudiences = 20;
const sides = ['to', 'cc'] as const;
type Side = (typeof sides)[number];

/** A letter as the fields of its form. */
export async function valuesOf(
  context: Context,
  content: LetterContent,
  repliesTo: string | null,
): Promise<LetterValues> {
  const queries = [...content.to, ...content.cc].map(({ query }) => query);
  const named = await organisationNames(
    context,
    queries.flatMap(({ organisations, minus }) => [...organisations, ...minus]),
  );
  const namesOf = (ids: readonly string[]): string =>
    ids
      .flatMap((id) => named.get(id) ?? [])
      .map(nameWithCountry)
      .join('\n');
  const values: LetterValues = {
    reference: content.reference,
    date: content.date ?? '',
    subject: content.subject,
    body: content.body,
    footnotes: content.footnotes.join('\n'),
    signatory: content.signatory,
    role: content.role,
    enclosures: content.enclosures
      .map(({ title, address }) => (address === null ? title : `${title} | ${address}`))
      .join('\n'),
    repliesTo: repliesTo ?? '',
  };
  for (const side of sides) {
    content[side].forEach(({ text, query }, index) => {
      const set = (name: string, value: string): void => {
        values[`${side}-${index}-${name}`] = value;
      };
      set('text', text);
      for (const category of query.categories) set(category, 'yes');
      set('fellowship', query.fellowship);
      set('countries', query.countries.map(countryName).join(', '));
      set('organisations', namesOf(query.organisations));
      set('applicants', query.applicants ? 'yes' : '');
      set('minus', namesOf(query.minus));
    });
  }
  return values;
}

/** "Ministry of Tides (FJ)": organisations of one name in two countries are told apart. */
const nameWithCountry = ({ name, country }: { name: string; country: string | null }): string =>
  country === null ? name : `${name} (${country})`;

/** How many sets of fields a side has: those in use, and an empty one. */
export function audiencesIn(values: LetterValues, side: Side): number {
  let used = 0;
  for (let index = 0; index < mostAudiences; index++)
    if ((values[`${side}-${index}-text`] ?? '') !== '') used = index + 1;
  return Math.min(used + 1, mostAudiences);
}

/** A letter from its form. @throws Refusal `names-unknown` with all names that nothing bears */
export async function contentFrom(context: Context, form: FormData): Promise<LetterContent> {
  const unknown: { words: string; field: string }[] = [];
  const words = (name: string): string => field(form, name).trim();
  const audiences = async (side: Side): Promise<Audience[]> => {
    const made: Audience[] = [];
    for (let index = 0; index < mostAudiences; index++) {
      const name = (part: string): string => `${side}-${index}-${part}`;
      const query = await queryFrom(context, form, name, unknown);
      const text = words(name('text'));
      if (text === '' && isEmpty(query)) continue;
      made.push({ text, query });
    }
    return made;
  };
  const content = {
    reference: words('reference'),
    date: words('date') || null,
    subject: words('subject'),
    body: words('body'),
    footnotes: linesOf(words('footnotes')),
    signatory: words('signatory'),
    role: words('role'),
    to: await audiences('to'),
    cc: await audiences('cc'),
    enclosures: linesOf(words('enclosures')).map((line) => {
      const [title = '', address = ''] = line.split('|').map((part) => part.trim());
      return { title, address: address === '' ? null : address };
    }),
  };
  const [first] = unknown;
  if (first !== undefined) {
    const all = unknown.map((one) => `“${one.words}”`).join(', ');
    refuse('names-unknown', `Nothing in the directory is called ${all}.`, 'Write them as the directory does.', {
      field: first.field,
    });
  }
  return content;
}

async function queryFrom(
  context: Context,
  form: FormData,
  name: (part: string) => string,
  unknown: { words: string; field: string }[],
): Promise<AudienceQuery> {
  const organisations = async (part: string): Promise<string[]> => {
    const ids: string[] = [];
    for (const line of linesOf(field(form, name(part)))) {
      const match = /^(.*\S)\s*\(([A-Z]{2})\)$/.exec(line);
      const [words, country] = match === null ? [line, null] : [match[1] ?? line, match[2] ?? null];
      const found =
        (await knownOrganisation(context, { key: words, name: words, country })) ??
        (await knownOrganisation(context, { key: line, name: line }));
      if (found === null) unknown.push({ words: line, field: name(part) });
      else ids.push(found.id);
    }
    return [...new Set(ids)];
  };
  const countries = field(form, name('countries'))
    .split(/[,;\n]/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .flatMap((words) => {
      const code = /^[A-Z]{2}$/.test(words) ? words : countryCode(words);
      if (code === null) unknown.push({ words, field: name('countries') });
      return code ?? [];
    });
  const fellowship = field(form, name('fellowship'));
  return {
    categories: Category.options.filter((key: CategoryKey) => field(form, name(key)) === 'yes'),
    fellowship: fellowship === 'yes' || fellowship === 'no' ? fellowship : 'any',
    countries: [...new Set(countries)],
    organisations: await organisations('organisations'),
    applicants: field(form, name('applicants')) === 'yes',
    minus: await organisations('minus'),
  };
}

const isEmpty = (query: AudienceQuery): boolean =>
  query.categories.length + query.countries.length + query.organisations.length === 0 && !query.applicants;

const linesOf = (words: string): string[] =>
  words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
