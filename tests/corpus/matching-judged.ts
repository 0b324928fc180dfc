/**
 * What a reader finds useful for each request of the call of 2023 among what organisations told at the meeting of
 * 13 March 2023: judged by one person from the words of both, before any matching was run (22 November 2026). Numbers of
 * requests by the summary of the call, activities by the keys of the report.
 *
 * 3: does what is asked · 2: helps with a good part of it · 1: worth knowing as context. Every pair that is not named
 * was judged 0; those that tempt are named with 0.
 */
export const judged: readonly [request: number, activity: string, grade: 0 | 1 | 2 | 3][] = [
  [1, 'UNPOG.b', 2],
  [1, 'UNPOG.c.1', 1],
  [1, 'UNPOG.d', 1],
  [1, 'UNCDF.b', 1],
  [1, 'WFP.a', 0],
  [2, 'ITU.f', 1],
  [2, 'WFP.a', 0],
  [3, 'ESCAP.c', 2],
  [3, 'ITU.f', 1],
  [3, 'WFP.b', 0],
  [4, 'ITU.d', 3],
  [5, 'ITU.d', 3],
  [5, 'UNU.c', 1],
  [5, 'ESCAP.b', 1],
  [5, 'UNPOG.d', 1],
  [6, 'UNPOG.c.1', 2],
  [6, 'UNPOG.d', 2],
  [6, 'ITU.f', 1],
  [7, 'ITU.c', 2],
  [7, 'ITU.f', 2],
  [7, 'UNPOG.c.1', 1],
  [8, 'ITU.g', 2],
  [8, 'ITU.f', 1],
  [8, 'ITU.b', 1],
  [9, 'ITU.f', 1],
  [10, 'ITU.f', 2],
  [10, 'ESCAP.b', 0],
];
