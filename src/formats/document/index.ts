/** The common document tree, its flat view, and what a recogniser is. */
export * from './clean.ts';
export * from './document.ts';
export * from './lines.ts';
export * from './recogniser.ts';
export * from './sides.ts';
