import { call, cycles } from '#modules/missions/server/index.ts';
import { whereRead } from '../../../origins.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await call(locals.context, params.slug);
  const { source, at } = await whereRead(locals.context, { kind: 'call', id: found.id });
  const cycle = (await cycles(locals.context)).find(({ call: of }) => of === found.id);
  const { letter, summary, assistancePlanForm } = found.frame;
  const listAt = (key: 'to' | 'cc' | 'enclosures') =>
    (letter?.[key] ?? []).map((words, index) => ({ words, at: at(`letter.${key}.${index}`) }));
  return {
    /** The cycle that it belongs to, as far as the viewer may see it. */
    cycle: cycle === undefined ? null : { slug: cycle.slug, name: `${cycle.programme} ${cycle.year}` },
    programme: found.programme,
    year: found.year,
    deadline: letter?.deadline ?? null,
    letter:
      letter === null
        ? null
        : {
            reference: { words: letter.reference, at: at('letter.reference') },
            date: { words: letter.date, at: at('letter.date') },
            subject: { words: letter.subject, at: at('letter.subject') },
            deadline: letter.deadline === null ? null : { words: letter.deadline, at: at('letter.deadline') },
            signatory: { words: letter.signatory, at: at('letter.signatory') },
            to: listAt('to'),
            cc: listAt('cc'),
            enclosures: listAt('enclosures'),
          },
    requests:
      summary.length > 0
        ? summary.map(({ number, country, organisation, title, heading, line }) => ({
            number,
            country,
            organisation,
            title,
            heading,
            line,
            slug: found.applications.find((application) => application.position === number)?.slug ?? null,
          }))
        : found.applications.map(({ slug, position, title, content }) => ({
            number: position,
            country: content.country.printed,
            organisation: content.organisation,
            title,
            heading: null,
            line: null,
            slug,
          })),
    /** Whether the requests themselves are shown to the viewer. */
    opened: found.applications.length > 0,
    form: (assistancePlanForm?.fields ?? []).map((field, index) => ({
      ...field,
      at: at(`assistancePlanForm.fields.${index}.label`),
    })),
    source,
  };
};
