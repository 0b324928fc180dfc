import { parseArgs, styleText } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import { thingNames, isThingKind } from '#kernel/reference.ts';
import { piecesOf, plainSnippet, SearchRequest } from '#modules/trace/index.ts';
import { search } from '#modules/trace/server/index.ts';
import { print } from '../output.ts';
import { viewerOf, withRegister } from '../register.ts';

export const help = `throughline search WORDS… [--kind KIND] [--year YEAR] [--page N] [--role ROLE] [--json]

Searches everything that a role may see (the public, unless --role says otherwise): ranked, with the
words in their place. "Quoted words" are found together, -word is left out.

  --json  one JSON object with the hits of a page`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      kind: { type: 'string' },
      year: { type: 'string' },
      page: { type: 'string' },
      role: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const asked = SearchRequest.safeParse({
    words: positionals.join(' '),
    kind: values.kind ?? null,
    year: values.year ?? null,
    page: values.page ?? 1,
  });
  if (!asked.success) {
    const [issue] = asked.error.issues;
    refuse(
      'bad-option',
      `${issue?.path.join('.') ?? 'An option'}: ${issue?.message ?? 'does not fit'}.`,
      `Kinds: ${Object.keys(thingNames).join(', ')}.`,
    );
  }
  const found = await withRegister(viewerOf(values.role), (context) => search(context, asked.data));
  if (values.json) {
    print(
      JSON.stringify({
        ...found,
        hits: found.hits.map((hit) => ({ ...hit, snippet: plainSnippet(hit.snippet) })),
      }),
    );
    return found.total === 0 ? 1 : 0;
  }
  for (const { typed, searched } of found.mended)
    print(`"${typed}" was not found; searched for ${searched.join(', ')}.`);
  for (const hit of found.hits) {
    const kind = isThingKind(hit.kind) ? thingNames[hit.kind] : hit.kind;
    const snippet = piecesOf(hit.snippet)
      .map(({ text, match }) => (match ? styleText('bold', text) : text))
      .join('')
      .replace(/\s+/g, ' ');
    print(
      `${styleText('bold', hit.title)}  (${kind}${hit.year === null ? '' : `, ${hit.year}`})\n  ${snippet}\n  ${hit.address}\n`,
    );
  }
  print(found.total === 0 ? 'Nothing was found.' : `${found.total} found.`);
  return found.total === 0 ? 1 : 0;
}
