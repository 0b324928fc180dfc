/** Search over everything, and links between anything and anything. */
export { graphInNumbers, link, linksOf, type LinkedThing } from './links.ts';
export { makeFindable, mostHits, search, type Found, type Hit } from './search.ts';
