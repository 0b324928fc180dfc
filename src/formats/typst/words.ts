/** Words in the language of the typesetter (typst.app): only ever as string literals, so that no word is an instruction. */

/** A string literal. Line ends and control characters have their own elements, or none. */
export function literal(text: string): string {
  const clean = text.replace(/\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '');
  return `"${clean.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Words as content: literals, with tabs as space and breaks as breaks. */
export function wordsContent(text: string): string {
  return text
    .split(/(\t|\r\n?|\n)/)
    .map((piece) => {
      if (piece === '') return '';
      if (piece === '\t') return '#h(1.5em);';
      return /^[\r\n]/.test(piece) ? '#linebreak();' : `#${literal(piece)};`;
    })
    .join('');
}
