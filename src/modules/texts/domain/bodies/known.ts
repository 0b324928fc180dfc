/** Bodies that are known by short keys, and their conferences on the public calendar (`data/conferences.ts`). */
import { conferences, type Conference } from '#data/conferences.ts';

export interface KnownBody {
  /** As citations and the calendar name it. */
  key: string;
  /** Name without its organisation. */
  name: string;
  organisation: string;
  /** Whether the name says enough without the organisation: others have a "Congress" too. */
  distinct: boolean;
}

const telecommunication = 'International Telecommunication Union';

/** Source: the names that the organisations themselves print in their texts. */
export const knownBodies: readonly KnownBody[] = [
  { key: 'PP', name: 'Plenipotentiary Conference', organisation: telecommunication, distinct: true },
  {
    key: 'WTDC',
    name: 'World Telecommunication Development Conference',
    organisation: telecommunication,
    distinct: true,
  },
  {
    key: 'WTSA',
    name: 'World Telecommunication Standardization Assembly',
    organisation: telecommunication,
    distinct: true,
  },
  { key: 'RA', name: 'Radiocommunication Assembly', organisation: telecommunication, distinct: true },
  { key: 'WRC', name: 'World Radiocommunication Conference', organisation: telecommunication, distinct: true },
  {
    key: 'WCIT',
    name: 'World Conference on International Telecommunications',
    organisation: telecommunication,
    distinct: true,
  },
  { key: 'WTPF', name: 'World Telecommunication Policy Forum', organisation: telecommunication, distinct: true },
  { key: 'UPU', name: 'Congress', organisation: 'Universal Postal Union', distinct: false },
];

/** The conference of a known body there and then, on the calendar; `null` where it lists none. */
export function onCalendar(key: string, place: string, year: number): Conference | null {
  return conferences.find((one) => one.body === key && one.year === year && plain(one.place) === plain(place)) ?? null;
}

const plain = (name: string): string => name.normalize('NFKD').replace(/\P{L}/gu, '').toLowerCase();
