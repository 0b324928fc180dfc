/** Kinds of mail in words; one that a room adds is called by its own name until it stands here. */
const names: Readonly<Record<string, string>> = {
  letter: 'Letter',
  survey: 'Survey letter',
  circulation: 'Circulation letter',
  question: 'Question',
  decision: 'Decision',
  agreement: 'Agreement',
  invitation: 'Invitation',
  reminder: 'Reminder',
  'support-asked': 'Invitation to support',
  'support-reminder': 'Reminder to support',
};

export const kindOfMail = (kind: string): string =>
  names[kind] ?? `${kind.slice(0, 1).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}`;
