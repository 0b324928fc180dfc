/** Search over everything, and links between anything and anything. */
export { hear } from './hear.ts';
export { graphInNumbers, link, linksOf, type LinkedThing } from './links.ts';
export {
  makeFindable,
  mostHits,
  namesOf,
  renewWords,
  search,
  type Found,
  type Hit,
  type NamedThing,
} from './search.ts';
export { exportRegister, type ExportedRecord } from './export.ts';
export {
  decideTie,
  findServable,
  servable,
  servedBy,
  tiesOf,
  type AskedWords,
  type KeptTie,
  type Serving,
  type Suggestion,
  type TieDecision,
  type Ties,
} from './ties.ts';
export { news, type NewsItem } from './news.ts';
