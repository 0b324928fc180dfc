/**
 * Letters as a person reads them: invisible ones gone, wide ones and figures of other scripts as plain ones. People and
 * programs write addresses and numbers so; what looks like an address is one.
 */

/** A text to be searched, and where each of its letters stands in the text it was made from. */
export interface PlainLetters {
  text: string;
  /** The place in the original; also for the place behind the last letter. */
  original(at: number): number;
}

const special =
  /[\u00ad\u200b-\u200f\u2010-\u2012\u202a-\u202e\u2060-\u2069\u2212\ufe6b\ufeff\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/u;
const specials = new RegExp(special, 'gu');
/** The zeros of the scripts whose figures are read. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x0e50];

/** Makes a text plain; the same text where nothing in it is special. */
export function plainLetters(text: string): PlainLetters {
  if (!special.test(text)) return { text, original: (at) => at };
  let plain = '';
  let from = 0;
  const gone: number[] = [];
  for (const { 0: letter, index } of text.matchAll(specials)) {
    const read = plainLetter(letter);
    plain += text.slice(from, index) + read;
    if (read === '') gone.push(index);
    from = index + 1;
  }
  plain += text.slice(from);
  return { text: plain, original: (at) => originalPlace(gone, at) };
}

function plainLetter(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code === 0xfe6b) return '@';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
  if ((code >= 0x2010 && code <= 0x2012) || code === 0x2212) return '-';
  const zero = zeros.find((one) => code >= one && code <= one + 9);
  return zero === undefined ? '' : String(code - zero);
}

/** The place in the original: as many letters further as are gone before it. */
function originalPlace(gone: readonly number[], at: number): number {
  let low = 0;
  let high = gone.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The letter gone here stood before place `at` when so many letters are left before it.
    if ((gone[middle] ?? 0) - middle <= at) low = middle + 1;
    else high = middle;
  }
  return at + low;
}
