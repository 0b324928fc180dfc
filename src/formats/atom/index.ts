/** Feeds as Atom (RFC 4287): what is new, for readers that ask now and then. */
import { element, xmlOf } from '../xml/markup.ts';

export interface FeedEntry {
  /** Permanent id of the thing as an IRI: "urn:uuid:018f…", or its address. */
  id: string;
  title: string;
  updated: Date;
  /** Whole address of its page. */
  address: string;
  /** Kind of the thing, or stage. */
  category: string;
  /** A sentence or two; the empty string leaves it out. */
  summary: string;
}

export interface Feed {
  /** Whole address of the feed itself. */
  address: string;
  title: string;
  entries: readonly FeedEntry[];
}

/** The feed as XML. A feed without entries was last changed when time began. */
export function atomOf({ address, title, entries }: Feed): string {
  const updated = entries.reduce((latest, entry) => (entry.updated > latest ? entry.updated : latest), new Date(0));
  return xmlOf(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom' }, [
      element('id', {}, [address]),
      element('title', {}, [title]),
      element('author', {}, [element('name', {}, ['Throughline'])]),
      element('updated', {}, [updated.toISOString()]),
      element('link', { rel: 'self', href: address }),
      ...entries.map((entry) =>
        element('entry', {}, [
          element('id', {}, [entry.id]),
          element('title', {}, [entry.title]),
          element('updated', {}, [entry.updated.toISOString()]),
          element('link', { href: entry.address }),
          element('category', { term: entry.category }),
          ...(entry.summary === '' ? [] : [element('summary', {}, [entry.summary])]),
        ]),
      ),
    ]),
  );
}
