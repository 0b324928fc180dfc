/**
 * The words that open the sections of resolutions, decisions and recommendations. A heading says what the clauses under
 * it do: look back and give grounds (preamble), or order, ask and decide (operative).
 */
export type Part = 'preamble' | 'operative';

/** Participles and adjectives of the preamble. */
const grounds = new Set(
  `acknowledging acting affirming alarmed anticipating anxious appreciating approving assured aware believing cognisant
  cognizant commending concerned concurring confident confirming congratulating conscious considering contemplating
  convinced declaring deeming deploring desiring desirous determined determining disturbed emphasising emphasizing
  encouraged encouraging endorsing envisaging examining expressing finding fulfilling given guided highlighting hoping
  identifying inspired insisting keeping knowing mindful noting observing perceiving pointing preoccupied pursuant
  realising realizing reaffirming recalling recognising recognizing reconfirming referring reflecting regretting
  reiterating remembering reminding resolved respecting satisfied seeking sharing stressing striving supporting taking
  thanking underlining underscoring understanding valuing viewing welcoming whereas wishing`.split(/\s+/),
);

/** Verbs that decide, order or ask; in the third person and, after "continues to" or "resolves to", bare. */
const orders = new Set(
  `accepts adopts agrees amends appeals applauds appoints approves asks assigns authorises authorizes calls charges
  commends commits concludes condemns confirms continues congratulates decides declares delegates demands deplores
  determines directs draws elects emphasises emphasizes empowers encourages endorses entrusts establishes exhorts
  expresses extends gives grants implores informs insists instructs invites issues mandates nominates obliges opines
  orders pledges proclaims promotes proposes publishes reaffirms reconfirms recommends refers reiterates rejects reminds
  remains renews repeals requests requires resolves revises revokes sets solicits strengthens suggests supports
  suppresses suspends thanks transmits undertakes urges advises notifies designates dissolves creates`.split(/\s+/),
);

/** Verbs of the mind in the third person: grounds where grounds follow, else part of what is resolved. */
const either = new Set(
  `acknowledges affirms appreciates considers highlights notes observes recalls recognises recognizes regrets stresses
  takes underlines underscores welcomes believes reaffirms emphasizes emphasises`.split(/\s+/),
);

/** Adverbs that may stand before the verb. */
const adverbs = new Set(
  `accordingly additionally again also deeply especially expressly finally firmly formally fully further furthermore
  gravely hereby highly immediately in keenly likewise moreover once particularly profoundly seriously similarly
  solemnly specifically strongly therefore thus unanimously urgently warmly and being having with while`.split(/\s+/),
);

const beforeNoun = /^(?:bearing|having|keeping|with|in|on|by|pursuant|without|according)\b/;
const pastAfterHaving =
  /^having (?:also |further |carefully |duly |fully )?(?:regard|considered|noted|examined|reviewed|heard|received|adopted|approved|studied|discussed|recalled|taken|learned|learnt|had|in|decided|analysed|analyzed|accepted|concluded|expressed|made|observed|recognized|recognised|seen|welcomed|agreed)\b/;
const setPhrases =
  /^(?:bearing (?:also |further )?in mind|in (?:view|accordance|light|consideration|pursuance|order|line)\b|with (?:a view|regard|reference|satisfaction|appreciation|concern)|on the (?:basis|recommendation)|is of the (?:opinion|view)|pursuant to|in the light of)/;

export interface VerbHeading {
  part: Part | 'either';
  /** How many words of the line the verb with its adverbs takes. */
  verbWords: number;
  /** The verb was found in the families; `false` for a word that only has the shape of one. */
  known: boolean;
}

/** Reads the verb at the start of a line, in any capitals, or `null` where the line does not start with one. */
export function openingVerb(text: string): VerbHeading | null {
  const words = text
    .slice(0, 120)
    .toLowerCase()
    .replaceAll('\u00a0', ' ')
    .trim()
    .split(/[\s,:]+/);
  const line = words.join(' ');
  if (setPhrases.test(line) || pastAfterHaving.test(line)) {
    const operative = line.startsWith('is of');
    return { part: operative ? 'operative' : 'preamble', verbWords: 2, known: true };
  }
  let at = 0;
  while (at < 3 && adverbs.has(words[at] ?? '')) at++;
  const verb = words[at] ?? '';
  const verbWords = at + 1;
  if (either.has(verb)) return { part: 'either', verbWords, known: true };
  if (orders.has(verb)) return { part: 'operative', verbWords, known: true };
  if (grounds.has(verb)) return { part: 'preamble', verbWords, known: true };
  if (at > 0 && beforeNoun.test(line)) return null;
  if (/^[a-z]{4,}ing$/.test(verb)) return { part: 'preamble', verbWords, known: false };
  if (/^[a-z]{4,}(?:[^su'i]s|ies)$/.test(verb)) return { part: 'operative', verbWords, known: false };
  return null;
}
