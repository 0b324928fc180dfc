/** The form of an offer: its cost lines and experts as a page shows them, and what comes back from the page. */
import { typedExpert, typedLine, typedShare, type TypedExpert, type TypedLine } from '#modules/missions/index.ts';
import {
  knownPayers,
  markOfExperts,
  markOfLines,
  type OfferChange,
  type OfferView,
} from '#modules/missions/server/index.ts';
import { field, numberField } from '../../pages.ts';
import { answerFields, changesIn } from '../applications/form.ts';
import type { FieldOfForm } from '../applications/fields.ts';
import type { CostFields, ExpertFields, LineFields } from './fields.ts';

type Context = App.Locals['context'];

/** The key under which a form counts the changes of its costs, or of its experts. */
const keyOf = ({ form }: OfferView, type: 'costs' | 'experts'): string =>
  form?.items.find((item) => item.type === type)?.key ?? type;

const revisionOf = (view: OfferView, type: 'costs' | 'experts'): number =>
  view.offer.content.answers[keyOf(view, type)]?.revision ?? 0;

/** The questions that are answered with words, ticks or times. */
export const wordFields = ({ form, offer }: OfferView): FieldOfForm[] =>
  answerFields(
    (form?.items ?? []).filter(({ type }) => type !== 'costs' && type !== 'experts'),
    offer.content.answers,
  );

/** The three sides first, each with what it bears; then other organisations, and room for one more. */
function lineFields(line: TypedLine, payerName: OfferView['payerName']): LineFields {
  const shareOf = (who: string): string => line.shares.find((share) => share.who === who)?.share ?? '';
  const three = ['organiser', 'offerer', 'beneficiary'];
  return {
    ...line,
    shares: [
      ...three.map((who) => ({ who, name: payerName(who), share: shareOf(who), fixed: true })),
      ...line.shares
        .filter(({ who }) => !three.includes(who))
        .map(({ who, share }) => ({ who: payerName(who), name: payerName(who), share, fixed: false })),
      { who: '', name: 'another organisation', share: '', fixed: false },
    ],
  };
}

/** The cost lines of an offer. @param more empty lines behind them */
export function costFields(view: OfferView, more: number): CostFields {
  const { payerName, bearing } = view;
  const lines = view.offer.content.costs.map(typedLine);
  const item = view.form?.items.find(({ type }) => type === 'costs');
  const last = Math.max(0, ...lines.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0)));
  const currency = lines.findLast((line) => line.currency !== '')?.currency ?? view.cycle?.settings.ceiling?.currency;
  const empty = (at: number): TypedLine => ({
    id: `line-${last + 1 + at}`,
    category: 'travel',
    text: '',
    quantity: '',
    unit: '',
    price: '',
    amount: '',
    currency: currency ?? '',
    shares: [],
  });
  return {
    question: item?.question ?? 'Costs',
    number: item?.number ?? '',
    part: item?.part ?? null,
    hint: item?.hint ?? null,
    was: markOfLines(lines),
    revision: revisionOf(view, 'costs'),
    lines: [
      ...lines,
      ...Array.from({ length: lines.length === 0 ? Math.max(1, more) : more }, (_, at) => empty(at)),
    ].map((line) => lineFields(line, payerName)),
    implied: bearing.lines
      .map(({ line, shares }) => ({
        id: line.id,
        share: shares.find(({ basis }) => basis === 'implied-by-blank')?.share ?? null,
      }))
      .flatMap(({ id, share }) => (share === null ? [] : [{ id, share: typedShare(share) }])),
  };
}

/** The experts of an offer. @param more empty rows behind them */
export function expertFields(view: OfferView, more: number): ExpertFields {
  const people = view.offer.content.experts.map(typedExpert);
  const item = view.form?.items.find(({ type }) => type === 'experts');
  const empty: TypedExpert = { name: '', organisation: '', role: '', person: null, email: '', telephone: '' };
  const rooms = people.length === 0 ? Math.max(1, more) : more;
  return {
    question: item?.question ?? 'Experts',
    number: item?.number ?? '',
    part: item?.part ?? null,
    hint: item?.hint ?? null,
    was: markOfExperts(people),
    revision: revisionOf(view, 'experts'),
    people: [...people, ...Array.from({ length: rooms }, () => empty)],
  };
}

/** What a form says of an offer, of those parts that it sent. */
export async function offerChangeIn(context: Context, form: FormData): Promise<OfferChange> {
  const { answers } = changesIn(form);
  const applications = form.has('applications.shown')
    ? form.getAll('applications').filter((value) => typeof value === 'string')
    : undefined;
  return {
    answers: answers.map((answer) => ({ ...answer, empty: field(form, 'then') === `empty-${answer.key}` })),
    ...(form.has('was.costs') ? { costs: { ...seenIn(form, 'costs'), lines: await linesIn(context, form) } } : {}),
    ...(form.has('was.experts') ? { experts: { ...seenIn(form, 'experts'), people: peopleIn(form) } } : {}),
    ...(applications === undefined ? {} : { applications }),
  };
}

const seenIn = (form: FormData, name: string) => ({
  was: field(form, `was.${name}`),
  revision: numberField(form, `revision.${name}`),
});

/** The cost lines that a form sent, but for one that is taken out by its button. */
async function linesIn(context: Context, form: FormData): Promise<TypedLine[]> {
  const taken = /^remove-(line-\d+)$/.exec(field(form, 'then'))?.[1];
  const ids = form.getAll('line').filter((id): id is string => typeof id === 'string' && /^line-\d{1,6}$/.test(id));
  const lines: TypedLine[] = [];
  for (const id of ids) {
    if (id === taken) continue;
    const part = (name: string): string => field(form, `${id}.${name}`);
    const shares = [];
    for (let at = 0; at < 30 && form.has(`${id}.share.${at}`); at++) {
      shares.push({ who: part(`who.${at}`), share: part(`share.${at}`) });
    }
    lines.push({
      id,
      category: part('category'),
      text: part('text'),
      quantity: part('quantity'),
      unit: part('unit'),
      price: part('price'),
      amount: part('amount'),
      currency: part('currency'),
      shares: await knownPayers(context, shares),
    });
  }
  return lines;
}

/** The experts that a form sent, but for one that is taken out by its button. */
function peopleIn(form: FormData): TypedExpert[] {
  const taken = /^remove-expert-(\d+)$/.exec(field(form, 'then'))?.[1];
  const rows = form.getAll('expert').filter((row): row is string => typeof row === 'string' && /^\d{1,3}$/.test(row));
  return rows
    .filter((row) => row !== taken)
    .map((row) => {
      const part = (name: string): string => field(form, `expert.${row}.${name}`).trim();
      const person = part('person');
      return {
        name: part('name'),
        organisation: part('organisation'),
        role: part('role'),
        person: person === '' ? null : person,
        email: part('email'),
        telephone: part('telephone'),
      };
    });
}

/** Cost lines and experts as they were typed, for showing them again where they could not be taken. */
export async function keptParts(context: Context, form: FormData, view: OfferView) {
  const costs = form.has('was.costs')
    ? {
        ...costFields(view, 0),
        ...seenIn(form, 'costs'),
        lines: (await linesIn(context, form)).map((line) => keptLine(line, view.payerName)),
      }
    : null;
  const experts = form.has('was.experts')
    ? { ...expertFields(view, 0), ...seenIn(form, 'experts'), people: peopleIn(form) }
    : null;
  return { costs, experts };
}

/** Every share stands again where it was typed. */
function keptLine(line: TypedLine, payerName: OfferView['payerName']): LineFields {
  const names = line.shares.filter(({ share, who }) => share.trim() !== '' || who !== '');
  return lineFields({ ...line, shares: names }, payerName);
}
