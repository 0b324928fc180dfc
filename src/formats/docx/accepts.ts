import { isCompound } from './package/compound.ts';
import { looksLikeText } from '../kinds.ts';
import { isZip } from './package/zip.ts';

const wordName = /\.(?:docx|docm|dotx|dotm|doc|dot)$/i;
const pdf = '%PDF-';

/**
 * Whether the Word reader answers for a file: an Office package that is no workbook or presentation, the shell of encrypted and old Office files,
 * and what is called a Word file but is none (a picture, another zip, nothing at all), so that it is refused with the
 * reason. Text and PDF are left to their readers whatever they are called.
 */
export function accepts(bytes: Uint8Array, name: string): boolean {
  if (isCompound(bytes)) return true;
  if (isZip(bytes)) return wordName.test(name) || looksLikeWord(bytes);
  if (!wordName.test(name)) return false;
  return bytes.length === 0 || !(looksLikeText(bytes) || startsWith(bytes, pdf));
}

/**
 * Entry names stand unpacked in a zip, before each entry and in the directory at its end. A package that names neither
 * the parts of a workbook nor those of a presentation may be Word's; reading it tells.
 */
function looksLikeWord(bytes: Uint8Array): boolean {
  const window = 256 * 1024;
  const ends = [bytes.subarray(0, window), bytes.subarray(Math.max(window, bytes.length - window))];
  const names = ends.map((part) => new TextDecoder('latin1').decode(part)).join('');
  return names.includes('[Content_Types].xml') && !/xl\/workbook|ppt\/presentation|visio\/document/.test(names);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Array.from(text).every((character, at) => bytes[at] === character.charCodeAt(0));
}
