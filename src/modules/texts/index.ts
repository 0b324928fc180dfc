/** The texts module: legal texts, proposals to change them, citations. */
export { findCitations } from './domain/citations/find.ts';
export { instrumentRecogniser } from './domain/legal/recogniser.ts';
export { proposalsRecogniser } from './domain/proposals/recogniser.ts';
export { splitWithBase } from './domain/witness/with-base.ts';
export { splitWithBaseAndAdopted } from './domain/witness/with-both.ts';
export { settled } from './domain/register/settle.ts';
