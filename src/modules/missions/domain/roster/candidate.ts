/** What the matching is given of an entry: only what it may weigh, with the passages that it may quote. */
import type { Profile } from './profile.ts';

/** A passage that a score may quote; its id stays the same as long as its words do. */
export interface Passage {
  /** "summary", "experience-<mark of the words>", "missions-<mark of the words>". */
  id: string;
  field: 'summary' | 'experience' | 'missions';
  text: string;
}

export interface Candidate {
  id: string;
  slug: string;
  kind: 'person' | 'organisation';
  name: string;
  /** Of the directory, where it is known; and as it was written. */
  organisation: string | null;
  organisationName: string;
  country: string | null;
  profile: Profile;
  passages: Passage[];
  /** Day on which the entry was last confirmed; `null`: never. */
  confirmedOn: string | null;
  /** Older than twelve months or never confirmed: a hard bar. */
  stale: boolean;
}

/**
 * The passages of a profile: its summary, and each line of experience and of earlier missions. An id is made from the
 * words, so that moving a line keeps it and rewording it does not.
 */
export function passagesOf(profile: Pick<Profile, 'summary' | 'experience' | 'missions'>): Passage[] {
  const summary: Passage[] = profile.summary === '' ? [] : [{ id: 'summary', field: 'summary', text: profile.summary }];
  return [...summary, ...linesOf('experience', profile.experience), ...linesOf('missions', profile.missions)];
}

function linesOf(field: 'experience' | 'missions', text: string): Passage[] {
  const seen = new Map<string, number>();
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*[-–•*·]\s+/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const mark = markOf(line);
      const before = seen.get(mark) ?? 0;
      seen.set(mark, before + 1);
      return { id: `${field}-${mark}${before === 0 ? '' : `-${before + 1}`}`, field, text: line };
    });
}

/** A short mark of words (FNV-1a, 32 bits), enough to tell the lines of one entry apart. */
function markOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
