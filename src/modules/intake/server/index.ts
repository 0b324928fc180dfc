/** Files in: read, checked, corrected, accepted. */
export { accept } from './accept.ts';
export { playExamples, readExamples, startEmpty, whatIsIn } from './examples.ts';
export { asTyped, nameOf, type Field, type FieldKind } from '../domain/fields.ts';
export type { KeptLine, ReadFile } from '../domain/read-file.ts';
export { readSafely } from './read-safely.ts';
export {
  correct,
  correctElement,
  dismiss,
  fieldsOf,
  madeOf,
  original,
  originsOf,
  reading,
  readings,
  settle,
  showTo,
  sourcePage,
  takeBack,
  takeOut,
  type Correction,
  type MadeOf,
  type OpenReading,
  type ReadingListItem,
  type ReadingRow,
  type SourcePage,
  type StoredPassage,
} from './readings.ts';
export { chaptersOf, elementsOf, type Element } from '../domain/elements.ts';
export { readAgain, type ReadAgain } from './read-again.ts';
export { jobById, startJob, waitForJob, type Job, type JobFile } from './jobs.ts';
export { splitsOf, type Split } from '../domain/splits.ts';
export { soundness, type Soundness } from './soundness.ts';
export { takeIn, type Incoming, type TakenIn } from './take-in.ts';
