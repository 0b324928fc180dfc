/** Clash maps: who touches which clause of an instrument, and how that goes together. */
export {
  basesFromMarks,
  changesByInstrument,
  clashMaps,
  conferenceMap,
  type InstrumentOfConference,
  type ProposedChanges,
} from './by-instrument.ts';
export { clashMapOf } from './rows.ts';
