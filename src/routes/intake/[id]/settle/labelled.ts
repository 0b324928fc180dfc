import type { Clause, TextRun } from '#kernel/reading/index.ts';

/** The words of a clause with its label in front, both with their changes. */
export function labelledRuns({ label: { before, after }, runs }: Pick<Clause, 'label' | 'runs'>): TextRun[] {
  const labels = before === after ? part(after, 'same') : [...part(before, 'deleted'), ...part(after, 'inserted')];
  return [...labels, ...runs];
}

function part(label: string | null, change: TextRun['change']): TextRun[] {
  return label === null || label === '' ? [] : [{ text: `${label} `, change }];
}
