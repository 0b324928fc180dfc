import type { Finding } from '#kernel/reading/index.ts';
export function proposalFindings(_one: unknown, _all: unknown): Finding[] {
  return [];
}
export function documentFindings(_r: unknown, _p: unknown, _q: unknown, _e: unknown): Finding[] {
  return [];
}
