/** Settling who pays: shares that make a whole line, exactly. */
import { refuse } from '#kernel/problem.ts';
import type { CostLine, OfferContent, Payer } from '../forms/answers.ts';
import { printedShare } from './amounts.ts';
import { countedShares, wholeLine } from './bearing.ts';

/** A payer with the share that is said of it. */
export interface Share {
  who: string;
  /** Hundredths of a per cent. */
  share: number;
}

/** Whether the shares of a line are agreed on and make the whole of it. */
export function isAgreed(line: CostLine): boolean {
  const agreed = line.payers.filter(({ basis }) => basis === 'agreed');
  return agreed.length > 0 && agreed.reduce((all, { share }) => all + (share ?? 0), 0) === wholeLine;
}

/** The lines that still have to be agreed on. */
export function openLines({ costs }: Pick<OfferContent, 'costs'>): CostLine[] {
  return costs.filter((line) => !isAgreed(line));
}

/**
 * A line with shares said on one ground; what was said on other grounds stays beside them.
 * @throws Refusal `shares-differ` where agreed shares do not make 100 %, or others make more; `payer-twice`
 */
export function withShares(line: CostLine, shares: readonly Share[], basis: 'asked' | 'offered' | 'agreed'): CostLine {
  const said = shares.filter(({ share }) => share > 0);
  if (new Set(said.map(({ who }) => who)).size !== said.length) {
    refuse('payer-twice', 'One payer is named twice in a line.', 'Give it one share.', { field: line.id });
  }
  const sum = said.reduce((all, { share }) => all + share, 0);
  if (basis === 'agreed' && sum !== wholeLine) {
    refuse(
      'shares-differ',
      `The agreed shares of “${line.text}” make ${printedShare(sum)}.`,
      'Change them until they make exactly 100 %.',
      { field: line.id },
    );
  }
  if (sum > wholeLine) {
    refuse('shares-differ', `The shares of “${line.text}” make more than 100 %.`, 'Lower them.', { field: line.id });
  }
  const payers = said.map((share): Payer => ({ ...share, basis }));
  return { ...line, payers: [...line.payers.filter((payer) => payer.basis !== basis), ...payers] };
}

/** A line whose shares as they stand are agreed on; the same line where they do not make 100 % yet. */
export function agreedAsItStands(line: CostLine): CostLine {
  if (isAgreed(line)) return line;
  const shares = new Map<string, number>();
  for (const { who, share } of countedShares(line)) {
    if (share === null) return line;
    shares.set(who, (shares.get(who) ?? 0) + share);
  }
  const sum = [...shares.values()].reduce((all, share) => all + share, 0);
  if (sum !== wholeLine) return line;
  return withShares(
    line,
    [...shares].map(([who, share]) => ({ who, share })),
    'agreed',
  );
}
