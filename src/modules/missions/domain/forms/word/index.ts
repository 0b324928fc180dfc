/** Forms as Word files: out, empty or filled, and back. */
export { identityOf, type FormIdentity } from './identity.ts';
export { headLabels, headOf, type HeadField } from './names.ts';
export { readForm, readWithNothing, type ReadWith } from './read/read.ts';
export type { Doubt, FilledForm, LeftOver } from './read/filled.ts';
export { formTemplate } from './template.ts';
export { emptyForm, formDocument, type FormToFill } from './write.ts';
export { compareForm, sameCost, type ComparedField, type Online } from './compare.ts';
export type { PayerNames } from './payers.ts';
