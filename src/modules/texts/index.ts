/** The texts module: instruments, proposals, revisions, citations. */
export { instrumentRecogniser } from './domain/legal/recogniser.ts';
export { proposalsRecogniser } from './domain/proposals/recogniser.ts';
