/** Languages by their ISO 639-1 codes, called as in English. */

const codes =
  'af am ar az be bg bi bn bo bs ca ch cs cy da de dv dz el en eo es et eu fa fi fj fo fr ga gl gu ha he hi ho hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lb lo lt lv mg mh mi mk ml mn mr ms mt my na ne nl no ny or pa pl ps pt qu ro ru rw sa sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn to tr ts ty ug uk ur uz vi wo xh yi yo zh zu'.split(
    ' ',
  );

const display = new Intl.DisplayNames('en', { type: 'language' });
let names: { code: string; name: string }[] | null = null;

/** All languages offered, by name. */
export function languages(): readonly { code: string; name: string }[] {
  names ??= codes
    .map((code) => ({ code, name: display.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return names;
}

/** "French" for "fr"; the code where it is not known. */
export const languageName = (code: string): string => display.of(code) ?? code;

/** The code of a language named in words ("french", "FR", "Mandarin"); `null` for any other word. */
export function languageCode(words: string): string | null {
  const wanted = words.trim().toLowerCase();
  const other = otherNames.get(wanted);
  if (other !== undefined) return other;
  return languages().find(({ code, name }) => code === wanted || name.toLowerCase() === wanted)?.code ?? null;
}

/** Names that lists use beside the usual ones. */
const otherNames = new Map([
  ['bahasa', 'id'],
  ['bahasa indonesia', 'id'],
  ['bahasa melayu', 'ms'],
  ['mandarin', 'zh'],
  ['chinese (mandarin)', 'zh'],
  ['farsi', 'fa'],
  ['burmese', 'my'],
  ['tongan', 'to'],
  ['samoan', 'sm'],
  ['fijian', 'fj'],
  ['kyrgyz', 'ky'],
  ['sinhala', 'si'],
  ['dhivehi', 'dv'],
  ['filipino', 'tl'],
  ['tagalog', 'tl'],
]);
