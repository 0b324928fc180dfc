/**
 * Symbol fonts: Word stores their characters in the private use area (U+F020–U+F0FF), where they mean nothing without
 * the font. Those that documents of words use are given their Unicode meaning: marks, boxes, arrows, bullets, Greek.
 */

type Table = Readonly<Record<number, string>>;

const wingdings: Table = {
  0x21: '✏',
  0x22: '✂',
  0x28: '☎',
  0x2a: '✉',
  0x36: '⌛',
  0x41: '✌',
  0x43: '👍',
  0x44: '👎',
  0x45: '☜',
  0x46: '☞',
  0x47: '☝',
  0x48: '☟',
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x70: '□',
  0x71: '❑',
  0x72: '❒',
  0x73: '⬧',
  0x74: '⧫',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x78: '⌧',
  0x80: '⓪',
  0x81: '①',
  0x82: '②',
  0x83: '③',
  0x84: '④',
  0x85: '⑤',
  0x86: '⑥',
  0x87: '⑦',
  0x88: '⑧',
  0x89: '⑨',
  0x8a: '⑩',
  0x9e: '·',
  0x9f: '•',
  0xa0: '▪',
  0xa1: '○',
  0xa4: '◉',
  0xa7: '▪',
  0xa8: '◻',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe7: '⬅',
  0xe8: '➔',
  0xef: '⇦',
  0xf0: '⇨',
  0xf1: '⇧',
  0xf2: '⇩',
  0xf3: '⬄',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const wingdings2: Table = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x97: '●',
  0x98: '•',
  0xa0: '▪',
  0xa1: '■',
  0xa2: '□',
  0xa3: '□',
};

const wingdings3: Table = {
  0x66: '←',
  0x67: '→',
  0x68: '↑',
  0x69: '↓',
  0x75: '▶',
  0x7d: '▶',
};

const webdings: Table = { 0x61: '✓', 0x63: '□', 0x67: '■', 0x6e: '●', 0x72: '✗', 0x33: '◄', 0x34: '►' };

const symbol: Table = {
  ...from(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
  ...from(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
  ...from(0x30, '0123456789'),
  0x20: ' ',
  0x22: '∀',
  0x24: '∃',
  0x27: '∋',
  0x2a: '∗',
  0x2d: '−',
  0x40: '≅',
  0x5c: '∴',
  0x5e: '⊥',
  0x7e: '∼',
  ...from(0xa2, '′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'),
  0xbf: '↵',
  ...from(0xc0, 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈'),
  0xe2: '®',
  0xe3: '©',
  0xe4: '™',
  0xe5: '∑',
  0xf1: '〉',
  0xf2: '∫',
};

function from(first: number, characters: string): Record<number, string> {
  return Object.fromEntries(Array.from(characters, (character, index) => [first + index, character]));
}

const fonts: ReadonlyMap<string, Table> = new Map([
  ['symbol', symbol],
  ['wingdings', wingdings],
  ['wingdings 2', wingdings2],
  ['wingdings 3', wingdings3],
  ['webdings', webdings],
]);

/** True for a character that only a symbol font gives a meaning. */
export function isPrivate(character: string): boolean {
  return character >= '\uf020' && character <= '\uf0ff';
}

/** Text of a symbol font with the characters that are known put into Unicode; others stay as they are. */
export function symbolText(text: string, font: string | undefined): string {
  const table = fonts.get((font ?? '').trim().toLowerCase());
  if (table === undefined) return text;
  return Array.from(text, (character) =>
    isPrivate(character) ? (table[character.charCodeAt(0) & 0xff] ?? character) : character,
  ).join('');
}

/** The character of w:sym: `code` is hexadecimal, with or without the private use offset. `null` for no character. */
export function symbolOf(code: string | undefined, font: string | undefined): string | null {
  const value = /^[0-9a-f]{1,5}$/i.test(code ?? '') ? Number.parseInt(code ?? '', 16) : Number.NaN;
  if (!(value >= 0x20) || (value >= 0xd800 && value <= 0xdfff)) return null;
  const shifted = value <= 0xff && fonts.has((font ?? '').trim().toLowerCase()) ? 0xf000 + value : value;
  return symbolText(String.fromCodePoint(shifted), font);
}
