/** What a schema objects to, in words for the person who typed it. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Parts of cycles and forms as their pages call them. */
const partNames: Record<string, string> = {
  organiser: 'the organiser',
  introduction: 'the introduction',
  staffLabel: 'the label for the secretariat',
  applicantLabel: 'the label for the others',
  label: 'the words of the button',
  who: 'who may make this move',
  question: 'the question',
  title: 'the title',
  hint: 'the hint',
  number: 'the number',
  part: 'the heading',
  blankMeans: 'what an empty answer means',
  options: 'the options',
  items: 'the questions',
  theme: 'the points for the theme',
  help: 'the points for the kind of help',
  place: 'the points for the place',
  time: 'the points for the time',
  language: 'the points for the language',
  record: 'the points for earlier work',
  currency: 'the currency',
};

/** One sentence; messages of our own schemas stand as they are. */
export function issueInWords(issue: Issue): string {
  const named = issue.path.filter((part): part is string => typeof part === 'string').at(-1) ?? '';
  const name = partNames[named] ?? 'this field';
  // Messages that a schema of ours gives are sentences; those that the library makes up are not.
  if (issue.message.endsWith('.')) return issue.message;
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return `Choose at least ${String(issue.minimum)}: ${name}.`;
    return issue.origin === 'string' ? `Enter ${name}.` : `Enter a number from ${String(issue.minimum)} on: ${name}.`;
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return `Shorten ${name} to ${String(issue.maximum)} characters.`;
    return issue.origin === 'array'
      ? `At most ${String(issue.maximum)}: ${name}.`
      : `Enter a number up to ${String(issue.maximum)}: ${name}.`;
  }
  if (issue.code === 'invalid_type') return `Enter ${name}.`;
  return `Look at ${name} again.`;
}
