/** What each element of Akoma Ntoso is to its paragraphs: which style they get, and how deep their lists are. */
import type { InlinePlace } from './read-inline.ts';
import { childOf, type XmlElement } from './xml.ts';

/** Where a paragraph stands. */
export interface Place extends InlinePlace {
  /** What kind of document inside the file it belongs to. */
  of: 'text' | 'annex' | 'collection';
  /** Styles for the headings of the document: "ResNo", "Restitle". */
  headings: { number: string; title: string };
  /** Style of the paragraphs here; `null` where the place says nothing about them. */
  named: string | null;
  /** How deep clauses are nested. */
  depth: number;
  /** Who made the changes. */
  author: string | null;
  /** The notes of the document, by eId, and a name of it that no other document of the file has. */
  notes: ReadonlyMap<string, XmlElement>;
  document: number;
}

export const documents: ReadonlySet<string> = new Set([
  'act',
  'amendment',
  'amendmentList',
  'bill',
  'debate',
  'debateReport',
  'doc',
  'documentCollection',
  'judgment',
  'officialGazette',
  'portion',
  'statement',
]);

/** Elements that hold clauses under a heading of their own. */
const divisions: ReadonlySet<string> = new Set([
  'book',
  'chapter',
  'division',
  'hcontainer',
  'part',
  'section',
  'subchapter',
  'subdivision',
  'subpart',
  'subsection',
  'subtitle',
  'title',
  'tome',
]);

/** Elements that are clauses. */
const clauses: ReadonlySet<string> = new Set([
  'alinea',
  'clause',
  'indent',
  'item',
  'level',
  'li',
  'paragraph',
  'point',
  'proviso',
  'recital',
  'rule',
  'subclause',
  'subparagraph',
  'subrule',
]);

const headingsOf: Readonly<Record<string, Place['headings']>> = {
  decision: { number: 'DecNo', title: 'Dectitle' },
  recommendation: { number: 'RecNo', title: 'Rectitle' },
};

/** The place inside a document of the file, before anything is known of its parts. */
export function placeInDocument(element: XmlElement, place: Place, isAttached: boolean): Place {
  const { name, attributes } = element;
  const of =
    name === 'documentCollection' || name === 'officialGazette'
      ? 'collection'
      : isAttached || attributes['name'] === 'annex'
        ? 'annex'
        : 'text';
  const headings =
    of === 'annex'
      ? { number: 'AnnexNo', title: 'Annextitle' }
      : (headingsOf[attributes['name'] ?? ''] ?? { number: 'ResNo', title: 'Restitle' });
  return { ...place, of, headings, named: null, depth: 0 };
}

/** The place inside any other element. */
export function placeIn({ name, attributes }: XmlElement, place: Place): Place {
  if (clauses.has(name)) {
    const depth = place.depth + 1;
    return { ...place, depth, named: `enumlev${Math.min(depth, 3)}` };
  }
  if (divisions.has(name)) return { ...place, named: null };
  if (name === 'wrapUp') return { ...place, named: null };
  if (name === 'recitals') return { ...place, named: 'Call' };
  if (place.of === 'collection') return place;
  if (name === 'formula' && place.of === 'text') return { ...place, named: 'Normalaftertitle' };
  if (name === 'container') {
    const containers: Readonly<Record<string, string>> = {
      title: place.headings.title,
      recitals: 'Call',
      proposal: 'Proposal',
    };
    return { ...place, named: containers[attributes['name'] ?? ''] ?? place.named };
  }
  return place;
}

/** The style of a paragraph that is a child of an element. */
export function styleOf(paragraph: XmlElement, parent: XmlElement, place: Place): string | null {
  if (paragraph.name === 'heading' && (divisions.has(parent.name) || parent.name === 'recitals')) {
    return place.of === 'annex' ? 'Heading1' : 'Call';
  }
  if (parent.name === 'article') return paragraph.name === 'heading' ? 'Arttitle' : place.named;
  if (place.of !== 'collection' && place.named === null) {
    if (hasChild(paragraph, 'docType') || hasChild(paragraph, 'docNumber')) return place.headings.number;
    if (hasChild(paragraph, 'docTitle')) return place.headings.title;
  }
  return place.named;
}

export const hasChild = (element: XmlElement, name: string): boolean => childOf(element, name) !== undefined;
