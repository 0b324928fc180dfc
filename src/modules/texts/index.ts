/** The texts module: instruments, proposals, revisions, citations. */
export { findCitations } from './domain/citations/find.ts';
export { instrumentRecogniser } from './domain/legal/recogniser.ts';
export { proposalsRecogniser } from './domain/proposals/recogniser.ts';
