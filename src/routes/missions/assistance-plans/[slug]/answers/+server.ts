/** What the script of the form sends while somebody types: single fields, as the whole form would send them. */
import { json } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { changeOffer, offerView } from '#modules/missions/server/index.ts';
import { problemAnswer } from '../../../../api/v1/problems.ts';
import { formOf } from '../../../../pages.ts';
import { inWords } from '../../../applications/fields.ts';
import { costFields, expertFields, offerChangeIn, wordFields } from '../../form.ts';
import type { RequestHandler } from './$types';

/** Of each field that was sent: whether it was kept, and what stands there now. */
export const POST: RequestHandler = ({ request, locals, params }) =>
  problemAnswer(async () => {
    const { context } = locals;
    const change = await offerChangeIn(context, await formOf(request));
    const { crossed } = await changeOffer(context, params.slug, change);
    const view = await offerView(context, params.slug);
    const fields = wordFields(view);
    const answers = (change.answers ?? []).flatMap(({ key }) => {
      const field = fields.find(({ name }) => name === `answer.${key}`);
      if (field === undefined) return [];
      const { name, was, revision, read, text, other, options } = field;
      const stands = { text, other, ticked: options.filter(({ ticked }) => ticked).map(({ code }) => code) };
      const seen = { name, was, revision, read: read.map(({ line, read }) => `“${line}” – ${read}`) };
      return [crossed.includes(key) ? { ...seen, crossed: { ...stands, words: inWords(field) } } : seen];
    });
    const parts = (['costs', 'experts'] as const).flatMap((name) => {
      if (change[name] === undefined) return [];
      const key = view.form?.items.find(({ type }) => type === name)?.key ?? name;
      const { was, revision, question } = name === 'costs' ? costFields(view, 0) : expertFields(view, 0);
      if (crossed.includes(key)) {
        refuse(
          'changed-meanwhile',
          `Somebody else changed “${question}” while you were writing.`,
          'Press “Save” to see both, and decide.',
          { field: name },
        );
      }
      return [{ name, was, revision, read: [] }];
    });
    const requests =
      change.applications === undefined ? [] : [{ name: 'applications', was: '', revision: 0, read: [] }];
    return json([...answers, ...parts, ...requests]);
  });
