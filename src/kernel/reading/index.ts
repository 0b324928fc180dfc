/**
 * The shape of a reading: what `throughline read` prints, what the check screen shows and what the register accepts.
 * Types and validation come from the same schemas.
 */
export * from './clashes.ts';
export * from './common.ts';
export * from './consolidation.ts';
export * from './meetings.ts';
export * from './missions.ts';
export * from './plans.ts';
export * from './reading.ts';
export * from './support.ts';
export * from './texts.ts';
