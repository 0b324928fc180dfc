import { refuse } from '#kernel/problem.ts';

/** Refuses a file that is broken, with what is wrong in it as a clause without a full stop. */
export function refuseDamaged(what: string, name: string): never {
  const clause = what.endsWith('.') ? what.slice(0, -1) : what;
  refuse('damaged', `The PDF is damaged (${clause}).`, 'Get the file again from where it came from.', { file: name });
}
