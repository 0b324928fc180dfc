/** What the pages on contributions in preparation share: words, and how forms become what services take. */
import { refuse } from '#kernel/problem.ts';
import { contributionTemplates, ProposalSymbol, symbolNames, type ContributionHead } from '#modules/texts/index.ts';
import { field } from '../../pages.ts';

export const stageNames = {
  drafting: 'Being drafted',
  asked: 'Members are asked',
  concluded: 'Answers are closed',
  submitted: 'Submitted',
} as const;

export const symbols = ProposalSymbol.options.map((symbol) => ({ symbol, name: `${symbol} – ${symbolNames[symbol]}` }));

export const templates = contributionTemplates.map(({ id, name }) => ({ id, name }));

/** The head of a contribution from a form. */
export function headFrom(form: FormData): ContributionHead {
  return {
    proponent: field(form, 'proponent').trim(),
    conference: field(form, 'conference').trim(),
    place: field(form, 'place').trim(),
    year: whole(form, 'year') ?? 0,
    number: whole(form, 'number'),
    addendum: whole(form, 'addendum'),
    title: field(form, 'title').trim(),
    template: field(form, 'template'),
  };
}

/** What a form says of one proposal. */
export function wordsFrom(form: FormData) {
  const symbol = ProposalSymbol.safeParse(field(form, 'symbol'));
  if (!symbol.success) refuse('bad-proposal', 'Choose what is proposed.', '', { field: 'symbol' });
  const title = field(form, 'title').trim();
  return {
    symbol: symbol.data,
    title: title === '' ? null : title,
    summary: field(form, 'summary').trim(),
    introduction: field(form, 'introduction').trim(),
    reasons: field(form, 'reasons').trim(),
  };
}

/** A whole number, or `null` where nothing was typed. */
function whole(form: FormData, name: string): number | null {
  const typed = field(form, name).trim();
  if (typed === '') return null;
  if (!/^\d{1,6}$/.test(typed)) refuse('bad-number', 'Enter a whole number.', '', { field: name });
  return Number(typed);
}
