/** Others who pay for, or have done, what is asked for. */
import { calls } from './names.ts';

const funded =
  /\b(?:funded|financed|sponsored|co-?funded|supported financially|funding|grant|loan)\s+(?:by|from|through|of|under)\s+(?:the\s+)?(\p{Lu}[\p{L}.&-]*(?:\s(?:\p{Lu}[\p{L}.&-]*|of|for|and|the)){0,6})/u;
const studied =
  /\b(?:stud(?:y|ies)|assessment|survey|review|analysis|evaluation|report|roadmap|audit)\b[^.]{0,60}\b(?:made|done|conducted|carried out|undertaken|prepared|performed)\s+(?:\w+\s)?by\s+(?:the\s+)?(\p{Lu}[\p{L}.&-]*(?:\s(?:\p{Lu}[\p{L}.&-]*|of|for|and)){0,6})/u;

/** Who is said to pay in a line; `null` for nobody, and for the applicant itself. */
export function funderIn(line: string, applicant: string): string | null {
  return otherThan(applicant, nameAfter(funded, line));
}

/** Whose earlier work on the same matter a line names; `null` for nobody, and for the applicant itself. */
export function earlierAuthorIn(line: string, applicant: string): string | null {
  return otherThan(applicant, nameAfter(studied, line));
}

function otherThan(applicant: string, name: string | null): string | null {
  return name === null || calls(name, applicant) ? null : name;
}

/** The name that a pattern captures, without the stop of its sentence and without a trailing "of", "for", "and". */
function nameAfter(pattern: RegExp, text: string): string | null {
  const name = pattern.exec(text)?.[1]?.replace(/(?:\s(?:of|for|and|the))+$|[.\s]+$/gu, '');
  return name === undefined || name === '' ? null : name;
}
