/** Which requests a plan that came as a file seems to answer: suggested with reasons, decided by a person. */
import { countriesIn } from '#kernel/countries.ts';

/** What of a plan says what it is about. */
export interface PlanWords {
  /** Topic and country, as the plan names them. */
  interest: string;
  details: string;
}

/** A request that a plan may answer. */
export interface PossibleRequest {
  id: string;
  title: string;
  country: { printed: string; iso2: string | null };
}

export interface SuggestedTie {
  request: string;
  /** Sentences that say why, the strongest first. */
  reasons: string[];
  /** Whether it is ticked before a person looks: both topic and country fit. */
  likely: boolean;
}

/** Words that tell nothing about a topic: short ones, and those that every request is made of. */
const common = new Set(
  (
    'with from that this their they into over under between among through about which where while have been will would ' +
    'support mission missions expert experts project projects policy policies assistance technical development national ' +
    'country countries administration ministry training workshop plan plans'
  ).split(' '),
);

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text that tell something, without their plural. */
function tellingWords(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}-]{3,}/gu)) {
    const folded = plain(word);
    if (!common.has(folded)) found.set(folded.replace(/(?<=..[^s])s$/u, ''), word);
  }
  return found;
}

/** The requests that a plan seems to answer, the likeliest first; those that nothing speaks for are left out. */
export function suggestTies(plan: PlanWords, requests: readonly PossibleRequest[]): SuggestedTie[] {
  const named = new Set(countriesIn(plan.interest).map(({ iso2 }) => iso2));
  const mentioned = new Set(countriesIn(plan.details).map(({ iso2 }) => iso2));
  const words = tellingWords(plan.interest);
  const further = tellingWords(plan.details);
  return requests
    .map((request) => {
      const { iso2, printed } = request.country;
      const titleWords = tellingWords(request.title);
      const shared = [...titleWords].filter(([word]) => words.has(word)).map(([, word]) => word);
      const also = [...titleWords].filter(([word]) => !words.has(word) && further.has(word)).map(([, word]) => word);
      const inInterest = iso2 !== null && named.has(iso2);
      const inDetails = !inInterest && iso2 !== null && mentioned.has(iso2);
      const reasons = [
        ...(inInterest ? [`The plan names ${printed} as its country.`] : []),
        ...(shared.length > 0 ? [`Topic and title both say ${quoted(shared)}.`] : []),
        ...(also.length > 0 ? [`The details speak of ${quoted(also)}, as the title does.`] : []),
        ...(inDetails ? [`The details name ${printed}.`] : []),
      ];
      const topic = titleWords.size > 0 && shared.length / titleWords.size >= 0.5;
      const score = (inInterest ? 4 : 0) + (inDetails ? 1 : 0) + shared.length * 2 + also.length;
      return { request: request.id, reasons, likely: topic && (inInterest || iso2 === null), score };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => Number(other.likely) - Number(one.likely) || other.score - one.score)
    .map(({ request, reasons, likely }) => ({ request, reasons, likely }));
}

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');
