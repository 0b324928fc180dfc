/** Snippets of search results: words in their place, with the matches between two control characters. */

const start = '\u0002';
const end = '\u0003';

/** How the database is asked to mark matches. */
export const headlineOptions = `StartSel="${start}",StopSel="${end}",MaxWords=36,MinWords=18,ShortWord=2,MaxFragments=2,FragmentDelimiter=" … "`;

export interface SnippetPiece {
  text: string;
  match: boolean;
}

/** A snippet cut at its matches. */
export function piecesOf(snippet: string): SnippetPiece[] {
  return snippet
    .split(start)
    .flatMap((piece, index) => {
      const cut = index === 0 ? -1 : piece.indexOf(end);
      return [
        { text: piece.slice(0, Math.max(cut, 0)), match: true },
        { text: piece.slice(cut + 1), match: false },
      ];
    })
    .filter((piece) => piece.text !== '');
}

/** A snippet as plain words. */
export function plainSnippet(snippet: string): string {
  return snippet.replaceAll(start, '').replaceAll(end, '');
}
