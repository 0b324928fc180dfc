/** Words beside the names in a list of participants: ways to reach somebody, attendance from afar, names of bodies. */
import { withheldMark, withholdContacts } from '#kernel/contacts.ts';
import type { Finding, MeetingRecord } from '#kernel/reading/index.ts';
import type { MeetingLine } from './meeting-lines.ts';

export interface ReadParticipants {
  participants: MeetingRecord['participants'];
  placed: number[];
  findings: Finding[];
}

/** What says that somebody took part from afar. */
export const onlineMark =
  /\s*[([]?\b(?:attend(?:ed|ing)\s)?(?:online|virtual(?:ly)?|remote(?:ly)?|via (?:zoom|teams|webex|video ?conference))\b[)\]]?/iu;
const contactLabel = new RegExp(
  `[,;/|]?\\s*(?:e-?mails?(?: address)?|tel(?:ephone)?|phone|mobile|mob|cell|fax|contact)?\\.?\\s*(?:no\\.?)?\\s*[:.]?\\s*${withheldMark.replace(/[[\]]/gu, '\\$&')}`,
  'giu',
);

/** Without what says that somebody took part from afar; a bracket that holds more is kept: "(Reef Bank, online)". */
export function withoutOnline(text: string): string {
  return text.replace(onlineMark, (mark) => {
    const [open, close] = [/^\s*[([]/u.test(mark), /[)\]]$/u.test(mark)];
    return open === close ? '' : open ? mark.slice(0, mark.search(/[([]/u) + 1) : mark.slice(-1);
  });
}

/** Nothing but ways to reach somebody. */
export function isContactLine(line: MeetingLine): boolean {
  const { text, count } = withholdContacts(line.text);
  return count > 0 && text.replace(contactLabel, '').replace(/[\W_]/gu, '').length < 3;
}

/** Without the marks of contacts and what announced them. */
export function clean(text: string): string {
  return text
    .replace(contactLabel, '')
    .replaceAll(withheldMark, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:/|–-]+$/gu, '');
}

/** Words that names of bodies are made with. */
export const body =
  /\b(?:union|ministry|commission|organi[sz]ation|agency|authority|university|institute|secretariat|council|telecommunity|office|bank|fund|programme|corporation|limited|ltd|department|regulator|forum|association|centre|center|company|institution|college|foundation|alliance|network|society|committee|board|telecom|inc|pty|gmbh|school|laboratory|observatory|post|telekom|airways|airlines)\b/iu;
