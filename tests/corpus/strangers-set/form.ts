/** How the invented requests and candidates of a stranger's set are written down. */
import type { Modality, Profile } from '#modules/missions/index.ts';

/** A request as an administration might write it, with what a reader expects of it. */
export interface StrangersRequest {
  id: string;
  country: readonly [printed: string, iso2: string];
  organisation: string;
  title: string;
  issue: string;
  action: string;
  contribution: string;
  situation: string;
  stakeholders: string;
  /** Codes ticked; `null` where the ticks were lost. */
  ticks: readonly string[] | null;
  timeline: string;
  /** Files that came with it. */
  attachments: number;
  expected: {
    /** All findings that must appear, and no others: `rule`, or `rule: words that must stand in it`. */
    findings: readonly string[];
    /** Topics that it is about. */
    core: readonly string[];
    /** Topics that it speaks of aside; finding them is right, missing them is not counted as an error of the core. */
    side: readonly string[];
    kinds: readonly Modality[];
  };
  /** Grades of candidates, 1 to 3; all others 0. */
  grades: Readonly<Record<string, 1 | 2 | 3>>;
  /** Who must be barred, and by which rule. */
  barred: Readonly<Record<string, string>>;
}

export interface StrangersProfile extends Partial<Profile> {
  id: string;
  kind: 'expert' | 'organisation';
  name: string;
  confirmedOn: string;
  own?: readonly string[];
}

/** Something that a partner told; whether it is an activity, and its topics, are read from the words. */
export interface StrangersActivity {
  id: string;
  kind: 'activity';
  name: string;
  words: string;
  /** What the reader says: a figure, mandate or position is none. */
  isActivity: boolean;
}

export type StrangersCandidate = StrangersProfile | StrangersActivity;

export const topics = (core: readonly string[], side: readonly string[] = []): Profile['topics'] => [
  ...core.map((code) => ({ code, weight: 'core' as const })),
  ...side.map((code) => ({ code, weight: 'side' as const })),
];
export const worked = (...countries: string[]): Profile['places'] =>
  countries.map((country) => ({ country, kind: 'worked' as const }));
