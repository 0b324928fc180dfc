/** XML as text: what may stand in it, and how. */

/** Characters that XML 1.0 cannot hold in any form (section 2.2), and halves of pairs. */
const illegal = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;
const illegalOnce = new RegExp(illegal.source, 'u');

/** Whether a text holds characters that no XML can hold; they are dropped on writing. */
export function hasIllegal(text: string): boolean {
  return illegalOnce.test(text);
}

/** Text as it may stand between tags; illegal characters are dropped. */
export function escaped(text: string): string {
  const legal = illegalOnce.test(text) ? text.replace(illegal, '') : text;
  return /[&<>]/.test(legal) ? legal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : legal;
}

/** Text as it may stand in an attribute; white space survives the reader's normalisation. */
export function attribute(text: string): string {
  return escaped(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}

const special: ReadonlyMap<string, string> = new Map([
  ['\t', '<w:tab/>'],
  ['\n', '<w:br/>'],
  ['\r', '<w:br/>'],
  ['\u2011', '<w:noBreakHyphen/>'],
  ['\u00ad', '<w:softHyphen/>'],
]);

/** The words of a run, with the characters that are elements of their own in Word. */
export function wordsXml(text: string, deleted: boolean): string {
  const element = deleted ? 'delText' : 't';
  return text
    .split(/([\t\n\r\u2011\u00ad])/)
    .map(
      (piece) =>
        special.get(piece) ??
        (piece === '' ? '' : `<w:${element} xml:space="preserve">${escaped(piece)}</w:${element}>`),
    )
    .join('');
}

/** `<w:name w:val="…"/>`. */
export function valued(name: string, value: string | number): string {
  return `<w:${name} w:val="${attribute(String(value))}"/>`;
}

/** `<w:name/>` where it is on, `<w:name w:val="0"/>` where it is off. */
export function switched(name: string, on: boolean): string {
  return on ? `<w:${name}/>` : `<w:${name} w:val="0"/>`;
}

/** An element around content; nothing where there is no content. */
export function around(name: string, content: string): string {
  return content === '' ? '' : `<w:${name}>${content}</w:${name}>`;
}
