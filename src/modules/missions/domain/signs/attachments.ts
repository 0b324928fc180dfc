/** Words that announce an attachment. */
const attachment = '(?:attach(?:ed|ment)|enclos(?:ed|ure)|annex(?:ed)?|append(?:ed|ix))';
/** "is attached", "attached herewith", "see the annex"; what will be annexed to something else later is not meant. */
const attached = new RegExp(
  `\\b(?:attached|enclosed|annexed|appended),? please find\\b|\\bwe (?:also )?(?:attach|enclose|append)\\b|\\b(?:is|are|see|find|as|in)(?: also| the)? ${attachment}\\b(?!(?:\\s[\\dA-Z]{1,3})? (?:to|into|under|with|by|of)\\b)|\\b${attachment} (?:herewith|hereto|here|below|document|file|report|list)\\b|\\(${attachment}\\)`,
  'iu',
);

/** Whether a line says that something comes with the form. */
export function announcesAttachment(line: string): boolean {
  return attached.test(line);
}
