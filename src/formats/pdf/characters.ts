/** Characters of a page as a reader sees them. */
import { symbolText } from '../document/symbols.ts';

/** How a font looks, and its name where it is one whose characters are pictograms. */
export interface FontLook {
  bold: boolean;
  italic: boolean;
  symbols: string | null;
}

/** What the name of a font says: "ABCDEF+Wingdings-Regular", "TimesNewRomanPS-BoldItalicMT". */
export function lookOf(fontName: string): FontLook {
  const name = fontName.replace(/^[A-Z]{6}\+/u, '');
  const symbols = /^(symbol|webdings|wingdings)[ -]?([23])?/iu.exec(name);
  return {
    bold: /bold|black|heavy/iu.test(name),
    italic: /italic|oblique/iu.test(name),
    symbols: symbols === null ? null : `${symbols[1] ?? ''}${symbols[2] === undefined ? '' : ` ${symbols[2]}`}`,
  };
}

/**
 * Text as it can be stored and compared: pictograms by their own characters, Arabic and Hebrew letters without the
 * shapes they take in print, lone surrogates and control characters, which fonts without a map give, as U+FFFD.
 */
export function readable(text: string, look: FontLook | null): string {
  const meant = look?.symbols === null || look?.symbols === undefined ? text : pictograms(text, look.symbols);
  return meant
    .toWellFormed()
    .replaceAll('\uf0b7', '•')
    .replace(/[\ufb1d-\ufdff\ufe70-\ufefc]+/gu, (shaped) => shaped.normalize('NFKC'))
    .replace(/[\t\n\r]/gu, ' ')
    .replace(/\p{Cc}/gu, '\ufffd');
}

/** Characters of a symbol font stand at their code, or at U+F000 more; those without a meaning stay. */
function pictograms(text: string, font: string): string {
  return Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    const shifted = code < 0x100 ? String.fromCharCode(0xf000 + code) : character;
    const meaning = symbolText(shifted, font);
    return meaning === shifted ? character : meaning;
  }).join('');
}

/** How many characters of a text nobody can read: not mapped, or mapped to a private use. */
export function unreadableIn(text: string): number {
  return text.match(/[\ufffd\ue000-\uf8ff]/gu)?.length ?? 0;
}
