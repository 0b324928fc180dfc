/** Place: work in the country 10, in its sub-region 6, in or for a group it belongs to 4; the best of them counts. */
import { countryGroups, subRegions } from '#data/country-groups.ts';
import { countriesIn } from '#kernel/countries.ts';
import { phraseFinder } from '#kernel/phrases.ts';
import { partOf, share, type Part } from './part.ts';
import { countryOf, declared, passage, worded, type Candidate, type Field, type Need, type Passage } from './words.ts';

/** Countries that a candidate worked in or speaks of, each with its passage. */
export function countriesOf(fields: readonly Field[]): { iso2: string; at: Passage }[] {
  return [
    ...declared(fields, 'country')
      .filter(({ said }) => said.as === 'worked')
      .map(({ field, said }) => ({ iso2: said.iso2, at: passage(field) })),
    ...worded(fields).flatMap((field) =>
      countriesIn(field.text).map(({ iso2, from, to }) => ({ iso2, at: passage(field, from, to) })),
    ),
  ];
}

const names = subRegions.map((region) => ({ ...region, finder: phraseFinder([region.name, ...region.words]) }));
const groups = countryGroups.map((group) => ({ ...group, finder: phraseFinder(group.words) }));

/** The sub-region of a country; `null` outside Asia and Oceania. */
export const subRegionOf = (iso2: string): string | null =>
  subRegions.find(({ countries }) => countries.includes(iso2))?.name ?? null;

/** Codes of the groups (ldc, lldc, sids) that a country belongs to. */
export const groupsOf = (iso2: string): string[] =>
  countryGroups.filter(({ countries }) => countries.includes(iso2)).map(({ code }) => code);

/** Where a candidate names one of some sub-regions or groups; a name inside a longer one ("East Asia") does not count. */
function named(candidate: Candidate, all: typeof names | typeof groups, wanted: (one: string) => boolean): Passage[] {
  return worded(candidate.fields).flatMap((field) => {
    const spots = all.flatMap(({ name, finder }) => finder.at(field.text).map((span) => ({ name, ...span })));
    return spots
      .filter(({ name }) => wanted(name))
      .filter((one) => !spots.some((other) => other.to === one.to && other.from < one.from))
      .map(({ from, to }) => passage(field, from, to));
  });
}

export function place(need: Need, candidate: Candidate, most: number): Part {
  const iso2 = countryOf(need);
  const own = declared(need.fields, 'country')
    .filter(({ said }) => said.as === 'own')
    .map(({ field }) => passage(field));
  if (iso2 === null) return partOf('place', most, []);
  const country = own[0]?.quote ?? iso2;
  const all = countriesOf(candidate.fields);
  const same = all.filter((one) => one.iso2 === iso2).map(({ at }) => at);
  if (same.length > 0) {
    const sentence = `Worked in ${country}, or means to.`;
    return partOf('place', most, [{ points: most, sentence, need: own, candidate: same }]);
  }
  const region = subRegionOf(iso2);
  const near = [
    ...all.filter((one) => region !== null && subRegionOf(one.iso2) === region).map(({ at }) => at),
    ...named(candidate, names, (name) => name === region),
  ];
  if (near.length > 0) {
    const sentence = `Work in ${region ?? ''}, where ${country} lies.`;
    return partOf('place', most, [{ points: share(most, 6, 10), sentence, need: own, candidate: near }]);
  }
  const group = groups.find(
    ({ name, countries }) =>
      countries.includes(iso2) &&
      (all.some((one) => countries.includes(one.iso2)) ||
        named(candidate, groups, (other) => other === name).length > 0),
  );
  if (group === undefined) return partOf('place', most, []);
  const passages = [
    ...all.filter((one) => group.countries.includes(one.iso2)).map(({ at }) => at),
    ...named(candidate, groups, (name) => name === group.name),
  ];
  const sentence = `Work with ${group.name}, to which ${country} belongs.`;
  return partOf('place', most, [{ points: share(most, 4, 10), sentence, need: own, candidate: passages }]);
}
