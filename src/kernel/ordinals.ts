/** Ordinal numbers in English words and figures: "27th", "Twenty-Seventh", "third". */

const units = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const teens = [
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];
const roundTens = [
  'twentieth',
  'thirtieth',
  'fortieth',
  'fiftieth',
  'sixtieth',
  'seventieth',
  'eightieth',
  'ninetieth',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** One ordinal number, for use inside other patterns (case-insensitive). */
export const ordinalPattern = `(?:\\d{1,4}\\s?(?:st|nd|rd|th)|(?:${tens.join('|')})[\\s-](?:${units.join('|')})|${[...units, ...teens, ...roundTens].join('|')})`;

/** The number of an ordinal, 1 to 9999 in figures and 1 to 99 in words; `null` for other words. */
export function ordinalNumber(words: string): number | null {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ');
  const figures = /^(\d{1,4}) ?(?:st|nd|rd|th)$/u.exec(text)?.[1];
  if (figures !== undefined) return Number(figures);
  const [first = '', second] = text.split(' ');
  if (second !== undefined) {
    const ten = tens.indexOf(first);
    const unit = units.indexOf(second);
    return ten === -1 || unit === -1 ? null : (ten + 2) * 10 + unit + 1;
  }
  if (units.includes(first)) return units.indexOf(first) + 1;
  if (teens.includes(first)) return teens.indexOf(first) + 10;
  return roundTens.includes(first) ? (roundTens.indexOf(first) + 2) * 10 : null;
}
