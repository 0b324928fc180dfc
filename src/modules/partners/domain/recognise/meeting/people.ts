/** One line on a participant, taken apart: honorific, name, role. */

export interface Person {
  honorific: string | null;
  name: string;
  role: string | null;
  /** Nothing parted name and role: the first word of a role did. */
  guessed: boolean;
}

const honorific =
  '(?:H\\.?\\s?E|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Eng|Engr|Ir|Sir|Dame|Hon|Madam|Mme|Amb|Ambassador|Capt|Captain|Col|Gen|Lt|Mdm|Madame|Datuk|Dato|Datin|Tan Sri|Tun|Tuan|Hj|Haji|Hajah|Ratu|Adi|Afioga|Susuga|Rev|Reverend|Fr|Pastor|Shri|Smt|Bapak|Ibu|Khun|Sheikh|Shaikh|Judge|Justice|Senator|Adm|Admiral|Brig|Maj|Major|Cdr|Commodore|Atty|Msgr|Chief Justice)\\b[.’]?';
const opening = new RegExp(`^((?:${honorific}\\s*){1,3})\\s*(?=['’‘ʻ]?\\p{Lu})`, 'u');
/** Words with which a role may begin. */
const roleWord =
  /(?<![\p{L}-])(?:Acting|Administrat\w+|Advis[eo]r\w*|Analyst|Assistant|Associate|Attach[eé]|Chair\w*|Chief|Commissioner|Consultant|Coordinator|Co-?ordinat\w+|Counsell?or|Delegate|Deputy|Director\w*|Economic|Economist|Engineer|Executive|Epidemiologist|Expert|Fellow|Forecaster|First|Focal|General|Governance|Head|Hydrologist|Inspector|Intern|Junior|Lead|Lecturer|Legal|Liaison|Manager|Managing|Member|Minister|National|Observer|Officer|Operations|Permanent|Policy|Principal|Professor|Programme|Program|Project|Rapporteur|Regional|Regulatory|Representative|Researcher|Resident|Scientist|Second|Secretary|Section|Senior|Specialist|Staff|Statistician|Technical|Third|Team|Trade|Under-Secretary|Vice|President|CEO|CTO|CIO|ICT|IT)(?![\p{L}])/u;
const reversed = new RegExp(
  `^(['’‘ʻ]?\\p{Lu}[\\p{Lu}'’‘ʻ -]+),\\s+(['’‘ʻ]?\\p{Lu}[\\p{L}.'’‘ʻ -]{1,40}?)\\s*\\((${honorific})\\)(?:\\s*[,;–-]\\s*(.*))?$`,
  'u',
);

/** Whether a line begins with an honorific. */
export function hasHonorific(text: string): boolean {
  return opening.test(text);
}

/** "FINAU Salote (Ms), Analyst": the honorific behind the name. */
const trailing = new RegExp(`^([^,;()]{3,60}?)\\s*\\((${honorific})\\)(.*)$`, 'u');

/** Whether a text begins with a word of a role. */
export function startsWithRole(text: string): boolean {
  return roleWord.exec(text)?.index === 0;
}

/** Whether a text ends with a word of a role ("Country Director"). */
export function endsWithRole(text: string): boolean {
  return [...text.matchAll(new RegExp(roleWord, 'gu'))].some((match) => match.index + match[0].length === text.length);
}

/** Takes a line apart; `null` when no name stands at its beginning. */
export function readPerson(text: string): Person | null {
  const turned = reversed.exec(text);
  if (turned !== null) {
    const [, family = '', given = '', title = '', role = ''] = turned;
    return { honorific: title, name: `${given} ${family}`.trim(), role: role === '' ? null : role, guessed: false };
  }
  // "Mele Tupou (chair)"
  const [, named = '', part = ''] = /^([^(),]{4,60}?)\s*\((\p{Ll}[^()]{2,60})\)$/u.exec(text) ?? [];
  const partial = named === '' ? null : readPerson(named);
  if (partial !== null && partial.role === null) return { ...partial, role: part };
  const behind = trailing.exec(text);
  if (behind !== null) {
    const [, name = '', title = '', rest = ''] = behind;
    const person = readPerson(`${name}${rest}`);
    if (person !== null && person.honorific === null) return { ...person, honorific: title };
  }
  const title = opening.exec(text)?.[0].trim() ?? null;
  const rest = text.slice(opening.exec(text)?.[0].length ?? 0).trim();
  const { name, role, guessed } = splitRole(rest, title !== null);
  return isName(name, title !== null) ? { honorific: title, name, role: role === '' ? null : role, guessed } : null;
}

function splitRole(text: string, titled: boolean): { name: string; role: string; guessed: boolean } {
  const mark = /\s*[,;|]\s*|\s+[-–—]\s+/u.exec(text);
  const before = mark === null ? text : text.slice(0, mark.index);
  const word = firstRole(before, titled);
  if (word !== null) {
    const name = before.slice(0, word).replace(/[\s.:]+$/u, '');
    return { name, role: text.slice(word).trim(), guessed: true };
  }
  if (mark === null) return { name: text.replace(/[\s.]+$/u, ''), role: '', guessed: false };
  return { name: before, role: text.slice(mark.index + mark[0].length).trim(), guessed: false };
}

/** Where the first word of a role stands, behind at least one word of a name after an honorific, else two. */
function firstRole(text: string, titled: boolean): number | null {
  for (const match of text.matchAll(new RegExp(roleWord, 'gu'))) {
    const words = text
      .slice(0, match.index)
      .split(/\s+/u)
      .filter((word) => /\p{L}/u.test(word)).length;
    if (words >= (titled ? 1 : 2)) return match.index;
  }
  return null;
}

/** One to seven words of letters, all or all but particles with a capital. */
function isName(text: string, titled: boolean): boolean {
  const words = text.split(/\s+/u);
  if (/\(\p{Lu}{2,}\)/u.test(text)) return false;
  if (words.length > 7 || text.length > 70 || (words.length < 2 && !titled)) return false;
  const capitals = words.filter((word) => /^["“'‘’ʻ(]?\p{Lu}/u.test(word)).length;
  return words.every((word) => /^["“'‘’ʻ(]?\p{L}[\p{L}.'‘’ʻ"”)-]*$/u.test(word)) && capitals * 2 >= words.length;
}
