/**
 * When two printed names are of one body. Sure: the same words but for case, accents, "the", plurals, British or
 * American "s", what stands in parentheses, and an organisation that only one of the two names, as long as no other body
 * of the register could be meant. Everything else is for a person to decide.
 */
import { knownBodies } from './known.ts';

/** What a printed name says. */
export interface BodyName {
  /** The body's own name, folded: "plenipotentiary conference". */
  core: string;
  /** Its organisation, folded, or the letters that stand for it; `null` where the name does not say. */
  organisation: string | null;
}

/** A body with all names under which it is known. */
export interface NamedBody {
  names: readonly string[];
}

const endings =
  'union|organi[sz]ation|commission|community|telecommunity|association|agency|council|authority|league|office|forum';
/** "… of the International Telecommunication Union"; a body of its own may have "of" in its name, so the end decides. */
const ofOrganisation = new RegExp(
  String.raw`^(.+?)\s+of\s+(?:the\s+)?((?:[\p{L}'’-]+\s+){0,6}?(?:${endings})(?:\s+(?:of|for)\s+.+)?)$`,
  'iu',
);
const lettersBefore = /^([\p{Lu}]{2,6})(?:[’']s)?\s+(\p{L}.*)$/u;

/** Reads a printed name, or a short key such as "PP". */
export function bodyNameOf(printed: string): BodyName {
  const bare = printed
    .replace(/\([^)]*\)?/gu, ' ')
    .replace(/[\s,;:.]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const key = knownBodies.find((body) => body.key === bare);
  if (key !== undefined) return { core: fold(key.name), organisation: fold(key.organisation) };
  const whole = ofOrganisation.exec(bare);
  if (whole !== null) return { core: fold(whole[1] ?? ''), organisation: fold(whole[2] ?? '') };
  const letters = lettersBefore.exec(bare);
  if (letters !== null) {
    const short = knownBodies.find(({ key }) => key === letters[2]);
    return { core: fold(short?.name ?? letters[2] ?? ''), organisation: (letters[1] ?? '').toLowerCase() };
  }
  return { core: fold(bare), organisation: null };
}

/** Whether two names can be of one body, and how sure that is; `null` when they are of two. */
export function sameBody(one: BodyName, other: BodyName): 'same' | 'if-alone' | null {
  if (one.core === '' || one.core !== other.core) return null;
  if (one.organisation === null && other.organisation === null) return 'same';
  if (one.organisation === null || other.organisation === null) {
    // "Council" alone is anybody's.
    return one.core.includes(' ') ? 'if-alone' : null;
  }
  return sameOrganisation(one.organisation, other.organisation) ? 'same' : null;
}

/**
 * The body of the register that a printed name means.
 * @returns `null` for a new body, also where two known ones could be meant
 */
export function bodyNamed<T extends NamedBody>(printed: string, bodies: readonly T[]): T | null {
  const name = bodyNameOf(printed);
  const compared = bodies.map((body) => ({
    body,
    how: best(body.names.map((other) => sameBody(name, bodyNameOf(other)))),
  }));
  const same = compared.filter(({ how }) => how === 'same');
  if (same.length > 0) return same[0]?.body ?? null;
  const possible = compared.filter(({ how }) => how === 'if-alone');
  return possible.length === 1 ? (possible[0]?.body ?? null) : null;
}

/** Pairs of bodies that may be one, for a person to decide: the same own name, or all words of one name in the other. */
export function alikeBodies<T extends NamedBody>(body: T, others: readonly T[]): T[] {
  const names = body.names.map(bodyNameOf);
  return others.filter((other) =>
    other.names.map(bodyNameOf).some((theirs) => names.some((ours) => mayBeOne(ours, theirs))),
  );
}

/** The short key of a body that is known by one: "PP"; `null` for others. */
export function keyOfBody(names: readonly string[]): string | null {
  const read = names.map(bodyNameOf);
  const found = knownBodies.find(({ name, organisation, distinct }) => {
    const known = { core: fold(name), organisation: fold(organisation) };
    return read.some((one) => {
      const how = sameBody(one, known);
      return how === 'same' || (how === 'if-alone' && distinct);
    });
  });
  return found?.key ?? null;
}

function mayBeOne(one: BodyName, other: BodyName): boolean {
  if (
    one.organisation !== null &&
    other.organisation !== null &&
    !sameOrganisation(one.organisation, other.organisation)
  )
    return false;
  const [short, long] = [one.core, other.core].map((core) => new Set(core.split(' '))).sort((a, b) => a.size - b.size);
  return short !== undefined && long !== undefined && short.isSubsetOf(long);
}

const best = (found: readonly ('same' | 'if-alone' | null)[]): 'same' | 'if-alone' | null =>
  found.includes('same') ? 'same' : found.includes('if-alone') ? 'if-alone' : null;

function sameOrganisation(one: string, other: string): boolean {
  return one === other || one === initials(other) || initials(one) === other;
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

/** Words without case, accents, articles, plurals and the two spellings of "-ize". */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => !/^(?:the|of|for|and|on)$/u.test(word))
    .map((word) => (word.length > 4 ? word.replace(/(?<!s)s$/u, '').replace(/isation/u, 'ization') : word))
    .join(' ');
}
