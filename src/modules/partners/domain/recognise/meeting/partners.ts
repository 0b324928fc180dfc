/** With whom an organisation does something: organisations of the meeting named, and names listed after "with". */
import { countryCode } from '#kernel/countries.ts';
import { takeApart, type Register } from './organisations.ts';

const together =
  /\b(?:in (?:close )?(?:partnership|collaboration|cooperation|coordination) with|(?:co-?)?(?:collaborat|cooperat|partner|work|coordinat|engag)(?:es|e|ed|ing|s)? (?:\w+ )?with|jointly with|together with|co-?(?:organi[sz]ed|funded|hosted) (?:with|by)|funded by|with (?:the )?support (?:of|from)|supported by)\s+((?:[^.;:]|\.(?=\S)){2,300})/giu;
/** Words that name kinds of partners and nobody in particular. */
const generic =
  /^(?:(?:other|various|local|national|regional|relevant|many|several|some|key|private|public|un|united nations|development|international|member|government|government's|the|and|all|its|their|sub-?regional|global|academia|academic|research|civil|industry)\s)*(?:governments?|agenc(?:y|ies)|organi[sz]ations?|entit(?:y|ies)|partners?|institut(?:e|es|ions?)|universit(?:y|ies)|stakeholders?|countries|regulators?|communit(?:y|ies)|sectors?|ministr(?:y|ies)|members?|member states|states|authorit(?:y|ies)|compan(?:y|ies)|operators?|bod(?:y|ies)|academia|industry|society|others)$/iu;

/** Keys of known organisations and printed names of others, each once, in order; never the reporting organisation. */
export function partnersIn(text: string, own: string, register: Register): string[] {
  const found: string[] = [];
  for (const [, list = ''] of text.matchAll(together)) {
    for (const name of namesIn(list)) {
      // An organisation of the meeting may stand inside a longer name ("… Regional Office").
      const known = register.named(name);
      found.push(...(known.length > 0 ? known : isName(name) ? [name] : []));
    }
  }
  found.push(...register.named(text));
  return [...new Set(found)].filter((name) => name !== own);
}

/** The items of "A, B and C on something": they end at a word that leads on. */
function namesIn(list: string): string[] {
  const cut =
    /\s(?:on|in|for|to|under|at|by|through|during|regarding|towards?|where|which|since|from|as|via|is|are|was|will)\s/u.exec(
      list,
    );
  return (cut === null ? list : list.slice(0, cut.index))
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|&|as well as)\s+/u)
    .map((name) =>
      name
        .replace(/^the\s+/iu, '')
        .replace(/\s+etc\.?$/iu, '')
        .trim(),
    );
}

function isName(name: string): boolean {
  if (generic.test(name) || name.length > 80 || countryCode(name) !== null) return false;
  return /^\p{Lu}/u.test(takeApart(name).name);
}
