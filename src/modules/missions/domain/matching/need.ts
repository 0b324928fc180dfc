/** A request as the score reads it: country, title, what is asked, the other answers, ticks and times. */
import type { ApplicationContent, GivenAnswer } from '../forms/answers.ts';
import type { Form } from '../forms/form.ts';
import type { Field, Need } from './words.ts';

/** What is asked for (core); who else takes part is no matter of the mission. */
const asks = 'support_action';
const leftOut = new Set(['stakeholders']);

export interface Asked {
  id: string;
  address: string;
  organisation: string | null;
  /** Its names in the directory; the one printed on the request is added. */
  organisationNames: readonly string[];
  content: ApplicationContent;
  /** The version of the form that it answers. */
  form: Pick<Form, 'items'>;
}

const field = (key: string, name: string, text: string, more: Partial<Field> = {}): Field => ({
  key,
  name,
  text,
  use: 'words',
  core: false,
  declares: null,
  ...more,
});

export function needOf({ id, address, organisation, organisationNames, content, form }: Asked): Need {
  const fields: Field[] = [field('title', 'Title', content.title, { use: 'title', core: true })];
  const { printed, iso2 } = content.country;
  if (iso2 !== null) {
    fields.push(field('country', 'Country', printed, { declares: { is: 'country', iso2, as: 'own' } }));
  }
  for (const item of form.items) {
    const answer = content.answers[item.key];
    if (answer === undefined) continue;
    if (item.type === 'times') {
      fields.push(
        ...answer.times
          .filter(({ from, to }) => from !== null || to !== null)
          .map(({ printed, from, to }, at) =>
            field(`${item.key}-${at + 1}`, item.question, printed, { declares: { is: 'time', from, to, as: 'time' } }),
          ),
      );
    } else if (item.type === 'choices') {
      const ticked = item.options.filter(({ code }) => answer.chosen.includes(code));
      fields.push(
        ...ticked.map(({ code, label, free }) =>
          field(`${item.key}-${code}`, item.question, free ? (answer.other ?? '') : label, { use: 'asks' }),
        ),
      );
    } else if (given(answer) && !leftOut.has(item.key)) {
      const asked = item.key === asks;
      fields.push(field(item.key, item.question, answer.text, { core: asked, use: asked ? 'asks' : 'words' }));
    }
  }
  return {
    id,
    name: nameOf(content),
    address,
    organisation,
    organisationNames: [content.organisation, ...organisationNames],
    fields,
  };
}

const given = ({ state, text }: GivenAnswer): boolean => state === 'given' && text.trim() !== '';

const nameOf = ({ country, organisation, title }: ApplicationContent): string =>
  `${country.printed || organisation || 'A request'}: ${title}`;
