import type { Problem } from '#kernel/problem.ts';

/** The HTTP status that tells programs what a problem tells people. */
export function statusOf(problem: Problem): number {
  switch (problem.code) {
    case 'not-found':
      return 404;
    case 'not-allowed':
      return 403;
    case 'changed-meanwhile':
    case 'not-open':
    case 'name-taken':
      return 409;
    case 'too-many-attempts':
      return 429;
    case 'too-large':
      return 413;
    default:
      return 400;
  }
}
