/** Number formats of lists and notes (ST_NumberFormat). Formats that are not known here print decimal. */

const romanPairs: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const largestRoman = 32_767;
/** Word goes to thirty repetitions: "z" thirty times. */
const largestLetter = 780;
const symbols = ['*', '†', '‡', '§'];

/** A number as a list or a note prints it; empty for bullets and `none`. */
export function numeral(value: number, format: string): string {
  switch (format) {
    case 'bullet':
    case 'none':
      return '';
    case 'lowerLetter':
      return letters(value) ?? String(value);
    case 'upperLetter':
      return letters(value)?.toUpperCase() ?? String(value);
    case 'lowerRoman':
      return roman(value) ?? String(value);
    case 'upperRoman':
      return roman(value)?.toUpperCase() ?? String(value);
    case 'decimalZero':
      return value >= 0 && value < 10 ? `0${value}` : String(value);
    case 'ordinal':
      return ordinal(value);
    case 'chicago':
      return value > 0 && value <= 40
        ? (symbols[(value - 1) % 4] ?? '').repeat(Math.floor((value - 1) / 4) + 1)
        : String(value);
    default:
      return String(value);
  }
}

/** a … z, aa, bb … zz, aaa … */
function letters(value: number): string | null {
  if (value < 1 || value > largestLetter) return null;
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string | null {
  if (value < 1 || value > largestRoman) return null;
  let rest = value;
  let text = '';
  for (const [worth, sign] of romanPairs) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

/** English, as Word prints it for English documents. */
function ordinal(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}
