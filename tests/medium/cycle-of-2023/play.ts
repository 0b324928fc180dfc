/** The cycle of 2023 from the file of its call to the circulation and the offers, by the services that pages use. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import type { Context } from '#modules/access/server/index.ts';
import {
  addMembership,
  addOrganisationContact,
  organisationNamed,
  organisationNames,
} from '#modules/directory/server/index.ts';
import { accept, reading, takeIn } from '#modules/intake/server/index.ts';
import { checkDetails, emptyQuery, nothingTyped, type LetterContent } from '#modules/missions/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import { viewerWith, type TestDatabase } from '../../../src/testing/database.ts';
import { experts, former, offers, others } from './people.ts';

const folder = new URL('../../../../shared/sources/', import.meta.url);
const name = (existsSync(folder) ? readdirSync(folder) : []).find((one) => /^000_.*\.txt$/.test(one));

/** Whether the document is there. It is not part of the repository. */
export const isThere = name !== undefined;

export const slug = 'apt-expert-mission-2023';

/** Looks at the workbench as somebody, on a day. */
export type As = (role: Parameters<typeof viewerWith>[0], organisation: string | null, day: string) => Context;

export const looksAt =
  (database: TestDatabase): As =>
  (role, organisation, day) => ({
    ...database.context({ ...viewerWith(role, organisation), name: `${role} of the tests` }),
    now: () => new Date(`${day}T09:00:00Z`),
  });

/** Takes the document in and accepts what was read of it. */
export async function bringIn(staff: Context): Promise<void> {
  if (name === undefined) throw new Error('The document is not there.');
  const { reading: id } = await takeIn(staff, { name, bytes: readFileSync(new URL(name, folder)) });
  const { reading: row } = await reading(staff, id ?? '');
  await accept(staff, row.id, row.version);
  const { version, settings } = await missions.cycle(staff, slug);
  await missions.changeCycle(staff, slug, version, {
    settings: {
      ...settings,
      organiser: 'the organiser of 2023',
      deadlines: { ...settings.deadlines, survey: '2022-12-12', completion: '2023-12' },
    },
  });
}

/** The requests in the order of the call; the first is `[0]`. */
export async function requests(staff: Context) {
  const rows = await missions.screening(staff, slug);
  return rows.requests.map(({ application }) => application).toSorted((one, other) => one.position - other.position);
}

/** Members as the directory knows them: those who applied, the countries that the letter names, and invented others. */
export async function enterMembers(staff: Context, named: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const applicants = new Set((await requests(staff)).flatMap(({ organisation }) => organisation ?? []));
  const terms = { from: '2010-01-01', to: null, confirmed: true };
  for (const { slug: address } of (await organisationNames(staff, [...applicants])).values()) {
    await addMembership(staff, address, { ...terms, category: 'member', fellowship: true });
  }
  const enter = async (full: string, country: string | null): Promise<string> => {
    const organisation = await organisationNamed(staff, { key: full, name: full, country });
    ids.set(full, organisation.id);
    const value = `post@${organisation.slug}.example.int`;
    await addOrganisationContact(staff, organisation.slug, { kind: 'e-mail', value });
    return organisation.slug;
  };
  for (const country of named) {
    const address = await enter(`Administration of ${country}`, null);
    await addMembership(staff, address, { ...terms, category: 'member', fellowship: true });
  }
  for (const { name: full, country, category, fellowship } of others) {
    await addMembership(staff, await enter(full, country), { ...terms, category, fellowship });
  }
  const left = { ...terms, to: former.until, category: 'affiliate', fellowship: null } as const;
  await addMembership(staff, await enter(former.name, former.country), left);
  return ids;
}

/** The circulation letter as the organiser's letter prints its audiences: those who do not get fellowships, three more. */
export async function circulation(staff: Context, named: readonly string[]): Promise<LetterContent> {
  const begun = await missions.beginLetter(staff, slug, 'circulation', [
    { title: 'Requests', address: `/missions/${slug}/requests.docx` },
  ]);
  const [members, ...rest] = begun.to;
  return {
    ...begun,
    signatory: 'For the Secretary General',
    to: [
      ...(members === undefined ? [] : [members]),
      { text: 'Three more', query: { ...emptyQuery, organisations: [...named] } },
      ...rest,
    ],
  };
}

export async function enterExperts(staff: Context): Promise<void> {
  for (const expert of experts) {
    const { details, problems } = checkDetails({
      ...nothingTyped,
      ...expert,
      nationality: expert.country,
      core: [...expert.core],
      topics: [...expert.topics],
      modalities: [...expert.modalities],
      languages: [{ language: 'English', level: 'native' }],
    });
    expect(problems).toEqual([]);
    const consent = {
      kept: true as const,
      members: true,
      public: false,
      givenOn: '2023-03-01',
      expiresOn: '2025-03-01',
      by: 'person' as const,
    };
    if (details !== null) await missions.addToRoster(staff, { details, consent, confirmed: true });
  }
}

export const versionOfOffer = async (context: Context, offer: string): Promise<number> =>
  (await missions.assistancePlan(context, offer)).version;

/** Writes an offer in the browser and sends it in. @returns its address's last part */
export async function offerInBrowser(
  context: Context,
  request: string,
  said: (typeof offers)['blank' | 'travel'],
): Promise<string> {
  const offer = await missions.openOffer(context, { organisation: null, applications: [request] });
  const text = (key: 'details' | 'schedule' | 'outcomes' | 'requested') => ({
    key,
    text: said[key],
    chosen: [],
    other: '',
    revision: 0,
    was: null,
    empty: said[key] === '',
  });
  const shares = said.requested === '' ? [] : [{ who: 'organiser', share: '100' }];
  const line = { quantity: '', unit: '', price: '', currency: 'USD', id: 'line-1', ...said.cost, shares };
  const expert = { name: said.expert, organisation: said.by, role: 'lead', person: null, email: '', telephone: '' };
  await missions.changeOffer(context, offer, {
    answers: (['details', 'schedule', 'outcomes', 'requested'] as const).map(text),
    costs: { revision: 0, was: null, lines: [line] },
    experts: { revision: 0, was: null, people: [expert] },
  });
  await missions.moveOffer(context, offer, await versionOfOffer(context, offer), 'received');
  return offer;
}

/** Fetches the Word form of an offer, fills it as somebody does who types in it, and takes over what it says. */
export async function offerInWord(context: Context, request: string): Promise<{ offer: string; taken: string[] }> {
  const { details, schedule, outcomes, cost, expert } = offers.word;
  const offer = await missions.openOffer(context, { organisation: null, applications: [request] });
  const form = await missions.filledFormFile(context, 'assistance-plan', offer);
  const files = unzipSync(form.bytes);
  let xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const typed: [prompt: string, words: string][] = [
    ['Click here and write.', details],
    ['Click here and write.', schedule],
    ['Click here and write.', outcomes],
    ['What for', cost.text],
    ['How many', cost.quantity],
    ['Of what', cost.unit],
    ['How much', cost.amount],
    ['USD, …', 'USD'],
    ['Name of the expert', expert],
  ];
  for (const [prompt, words] of typed) {
    expect(xml).toContain(prompt);
    xml = xml.replace(prompt, words);
  }
  const bytes = zipSync({ ...files, 'word/document.xml': strToU8(xml) });
  const file = await missions.bringForm(context, 'assistance-plan', offer, { name: 'Plan.docx', bytes });
  const { version } = await missions.fromWord(context, 'assistance-plan', offer, file);
  const taken = await missions.takeFromWord(context, 'assistance-plan', offer, { file, version, choices: {} });
  await missions.moveOffer(context, offer, await versionOfOffer(context, offer), 'received');
  return { offer, taken };
}
