/** What the script of the form sends while somebody types: single fields, as the whole form would send them. */
import { json } from '@sveltejs/kit';
import { applicationAtWork, changeApplication } from '#modules/missions/server/index.ts';
import { problemAnswer } from '../../../../api/v1/problems.ts';
import { formOf } from '../../../../pages.ts';
import { inWords } from '../../fields.ts';
import { changesIn, fieldsOf } from '../../form.ts';
import type { RequestHandler } from './$types';

/** Of each field that was sent: whether it was kept, and what stands there now. */
export const POST: RequestHandler = ({ request, locals, params }) =>
  problemAnswer(async () => {
    const changes = changesIn(await formOf(request));
    const { crossed } = await changeApplication(locals.context, params.slug, changes);
    const met = new Set(crossed);
    const sent = [
      ...changes.head.map(({ key }) => [`head.${key}`, key] as const),
      ...changes.answers.map(({ key }) => [`answer.${key}`, key] as const),
    ];
    const fields = fieldsOf(await applicationAtWork(locals.context, params.slug));
    return json(
      sent.flatMap(([name, key]) => {
        const field = fields.find((one) => one.name === name);
        if (field === undefined) return [];
        const { was, revision, read, text, other, options } = field;
        const stands = { text, other, ticked: options.filter(({ ticked }) => ticked).map(({ code }) => code) };
        const seen = { name, was, revision, read: read.map(({ line, read }) => `“${line}” – ${read}`) };
        return [met.has(key) ? { ...seen, crossed: { ...stands, words: inWords(field) } } : seen];
      }),
    );
  });
