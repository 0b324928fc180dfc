/** Who pays, as a cell of a form says it: "Organiser", "60 % Organiser, 40 % Reef Bank". */
import type { Payer } from '../answers.ts';

/** The three sides of a mission, in the words of the form. */
const sides: readonly (readonly [string, string, RegExp])[] = [
  ['organiser', 'Organiser', /^(?:the )?(?:organi[sz]er|secretariat)s?$/iu],
  [
    'offerer',
    'Offering organisation',
    /^(?:the )?(?:offer(?:er|ing (?:organi[sz]ation|side|party))|us|we|ours(?:elves)?|our(?: own)? (?:organi[sz]ation|funds?|budget)|experts?)$/iu,
  ],
  [
    'beneficiary',
    'Beneficiary',
    /^(?:the )?(?:beneficiary|applicant|recipient|ministry|government|administration|requesting (?:country|administration|member)|host(?: country)?)$/iu,
  ],
];

/** Names of organisations by their ids, beside the three sides. */
export type PayerNames = ReadonlyMap<string, string>;

/** What stands in the cell. */
export function payersText(payers: readonly Payer[], names: PayerNames): string {
  return payers
    .map(({ who, share }) => {
      const name = (sides.find(([side]) => side === who)?.[1] ?? names.get(who) ?? who).replace(/[,;]/g, ' ');
      const whole = payers.length === 1 && (share === null || share === 10000);
      return whole || share === null ? name : `${share / 100} % ${name}`;
    })
    .join(', ');
}

/**
 * Who a cell names. One name without a share bears the whole line.
 * @param organiser names that mean the organiser, beside the word itself
 * @param offerer names of the side that offers
 */
export function payersFrom(
  text: string,
  names: PayerNames,
  organiser: readonly string[] = [],
  offerer: readonly string[] = [],
): Payer[] {
  const sideNamed = (name: string): string => sideOf(name, names, organiser, offerer);
  const [, ours, theirs, whom] = /^(\d{1,3})\s?\/\s?(\d{1,3})\s+with\s+([^,;]+)$/iu.exec(text.trim()) ?? [];
  if (whom !== undefined && Number(ours) + Number(theirs) === 100) {
    const who = sideNamed(whom.trim());
    return [
      { who: 'offerer', share: Number(ours) * 100, basis: 'offered' },
      { who, share: Number(theirs) * 100, basis: who === 'organiser' ? 'asked' : 'offered' },
    ];
  }
  const parts = text
    .split(/\s*[,;\n]\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map((part) => {
    const before = /^(\d{1,3}(?:\.\d{1,2})?)\s?%\s*(?:by |from |: ?|– ?)?(.+)$/u.exec(part);
    const after = /^(.+?)\s*[:(–]?\s*(\d{1,3}(?:\.\d{1,2})?)\s?%\)?$/u.exec(part);
    const printed = before?.[1] ?? after?.[2] ?? null;
    const name = (before?.[2] ?? after?.[1] ?? part).trim();
    const hundredths = printed === null ? null : Math.round(Number(printed) * 100);
    const share = hundredths === null ? (parts.length === 1 ? 10000 : null) : hundredths > 10000 ? null : hundredths;
    const who = sideNamed(name);
    return { who, share, basis: who === 'organiser' ? 'asked' : 'offered' };
  });
}

function sideOf(name: string, names: PayerNames, organiser: readonly string[], offerer: readonly string[]): string {
  const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
  if (organiser.some(same)) return 'organiser';
  if (offerer.some((one) => one !== '' && same(one))) return 'offerer';
  const side = sides.find(([, , pattern]) => pattern.test(name))?.[0];
  if (side !== undefined) return side;
  for (const [id, known] of names) if (same(known.replace(/[,;]/g, ' '))) return id;
  return name;
}

const shareOf = (payers: readonly Payer[], share: number | null): number | null =>
  share === null && payers.length === 1 ? 10000 : share;

/** Whether two cells say the same, on whatever ground. */
export function samePayers(one: readonly Payer[], other: readonly Payer[]): boolean {
  return (
    one.length === other.length &&
    one.every((payer, index) => {
      const beside = other[index];
      return (
        beside !== undefined && beside.who === payer.who && shareOf(one, payer.share) === shareOf(other, beside.share)
      );
    })
  );
}
