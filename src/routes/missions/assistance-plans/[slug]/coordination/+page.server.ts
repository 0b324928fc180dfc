import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import { printedShare, shareFrom, sides, typedShare } from '#modules/missions/index.ts';
import {
  agreeAsItStands,
  coordination,
  knownPayers,
  moveOffer,
  noteOnOffer,
  sayShares,
  type Coordination,
} from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { basisNames, printedCosts } from '../../offer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const view = await coordination(locals.context, params.slug);
  const { offer, side, cycle, payerName, entries } = view;
  const costs = printedCosts(view);
  const said = await printedEntries(locals.context, view);
  return {
    slug: offer.slug,
    version: offer.version,
    title: offer.title,
    stage: view.stage,
    cycle: cycle === null ? null : `${cycle.programme} ${cycle.year}`,
    side,
    open: view.open,
    openLines: view.openLines.length,
    notesOpen: view.open || side === 'secretariat',
    costs,
    bases:
      side === 'secretariat' ? ['agreed', 'offered', 'asked'] : side === 'offerer' ? ['offered', 'asked'] : ['offered'],
    lines: offer.content.costs.map((line, index) => ({
      id: line.id,
      text: line.text,
      printed: costs.lines[index],
      agreed: !view.openLines.includes(line.id),
      grounds: (['asked', 'offered', 'implied-by-blank', 'agreed'] as const).flatMap((basis) => {
        const payers = line.payers.filter((payer) => payer.basis === basis);
        const words = payers.map(
          ({ who, share }) => `${payerName(who)}${share === null ? ', share not said' : ` ${printedShare(share)}`}`,
        );
        return words.length === 0 ? [] : [{ name: basisNames[basis], words: words.join('; ') }];
      }),
      payers: payersToSay(view, line.id),
      said: said.filter((entry) => entry.line === line.id),
    })),
    notes: said.filter(({ line }) => line === null),
    said: entries.length,
    agree: view.moves.find(({ to }) => to === 'agreed') ?? null,
  };
};

/** Whose shares the viewer may say: the three sides, those already named, and one more; the beneficiary its own. */
function payersToSay({ offer, bearing, payerName, side }: Coordination, id: string) {
  const counted = bearing.lines.find(({ line }) => line.id === id)?.shares ?? [];
  const others = (offer.content.costs.find((line) => line.id === id)?.payers ?? [])
    .map(({ who }) => who)
    .filter((who) => !sides.some((one) => one === who));
  const all = side === 'beneficiary' ? ['beneficiary'] : [...sides, ...new Set(others)];
  const sumOf = (who: string): string => {
    const own = counted.filter((payer) => payer.who === who);
    if (own.length === 0 || own.some(({ share }) => share === null)) return '';
    return typedShare(own.reduce((sum, { share }) => sum + (share ?? 0), 0));
  };
  return [
    ...all.map((who) => ({ who, name: payerName(who), share: sumOf(who), fixed: true })),
    ...(side === 'beneficiary' ? [] : [{ who: '', name: '', share: '', fixed: false }]),
  ];
}

const sideNames = { secretariat: 'the secretariat', offerer: 'the offering side', beneficiary: 'the receiving side' };

/** What was said, oldest first, by whom in words. */
async function printedEntries(context: App.Locals['context'], { entries, payerName }: Coordination) {
  const names = await organisationNames(
    context,
    entries.map(({ organisation }) => organisation),
  );
  return entries.map(({ id, line, side, organisation, words, shares, basis, onlySecretariat, madeAt }) => ({
    id,
    line,
    by: (organisation === null ? undefined : names.get(organisation)?.name) ?? sideNames[side],
    words,
    onlySecretariat,
    madeAt,
    shares:
      shares === null || basis === null
        ? null
        : `${basisNames[basis]}: ${shares.map(({ who, share }) => `${payerName(who)} ${printedShare(share)}`).join('; ') || 'nothing'}`,
  }));
}

/** Shares as typed for one line. */
async function sharesIn(context: App.Locals['context'], form: FormData) {
  const typed = [];
  for (let at = 0; at < 30 && form.has(`share.${at}`); at++) {
    typed.push({ who: field(form, `who.${at}`), share: field(form, `share.${at}`) });
  }
  const known = await knownPayers(
    context,
    typed.filter(({ share }) => share.trim() !== ''),
  );
  const id = field(form, 'line');
  return known.map(({ who, share }) => {
    if (who === '')
      refuse('payer-missing', 'A share has no payer.', 'Name the organisation that bears it.', { field: id });
    const hundredths = shareFrom(share, id);
    if (hundredths === null) refuse('bad-share', 'A share is not known.', 'Say it in per cent.', { field: id });
    return { who, share: hundredths };
  });
}

const back = (slug: string, at: string): never =>
  redirect(303, `/missions/assistance-plans/${slug}/coordination#${at}`);

export const actions: Actions = {
  say: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await coordination(locals.context, params.slug);
      const basis = field(form, 'basis');
      if (basis !== 'asked' && basis !== 'offered' && basis !== 'agreed') {
        return refuse('no-basis', 'Choose what you say: asked, offered or agreed.', '', { field: field(form, 'line') });
      }
      await sayShares(locals.context, params.slug, numberField(form, 'version'), {
        line: field(form, 'line'),
        shares: await sharesIn(locals.context, form),
        basis,
        words: field(form, 'remark'),
      });
      return back(params.slug, field(form, 'line'));
    });
  },
  agree: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await agreeAsItStands(locals.context, params.slug, numberField(form, 'version'));
      return back(params.slug, 'costs');
    });
  },
  note: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const onlySecretariat = field(form, 'only') === 'yes';
      await noteOnOffer(locals.context, params.slug, { words: field(form, 'note'), onlySecretariat });
      return back(params.slug, 'scope');
    });
  },
  move: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await moveOffer(locals.context, params.slug, numberField(form, 'version'), 'agreed');
      redirect(303, `/missions/assistance-plans/${params.slug}`);
    });
  },
};
