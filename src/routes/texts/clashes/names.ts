import type { Relation } from '#kernel/reading/index.ts';

/** How relations are called, worst first; `sign` stands in the grid beside the word. */
export const relations: readonly { relation: Relation; name: string; many: string; sign: string }[] = [
  { relation: 'suppressed-and-amended', name: 'suppressed and amended', many: 'suppressed and amended', sign: '✕' },
  { relation: 'deleted-and-amended', name: 'deleted and amended', many: 'deleted and amended', sign: '✕' },
  { relation: 'clash', name: 'clash', many: 'clashes', sign: '≠' },
  { relation: 'compatible', name: 'compatible', many: 'compatible', sign: '+' },
  { relation: 'same', name: 'same change', many: 'same changes', sign: '=' },
  { relation: 'single', name: 'one proponent', many: 'by one proponent', sign: '·' },
];

/** The relation's name and sign. */
export const relationOf = (relation: Relation) => relations.find((one) => one.relation === relation) ?? relations[0];

/** Relations about which somebody has to decide. */
export const isDispute = (relation: Relation): boolean =>
  relation === 'suppressed-and-amended' || relation === 'deleted-and-amended' || relation === 'clash';
