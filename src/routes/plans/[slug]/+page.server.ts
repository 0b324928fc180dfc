import { may } from '#modules/access/index.ts';
import { originsOf } from '#modules/intake/server/index.ts';
import { anchorOf, plan } from '#modules/plans/server/index.ts';
import { linksOf } from '#modules/trace/server/index.ts';
import { treeOf } from '../tree.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await plan(locals.context, params.slug);
  const [first] = found.nodes;
  const [origin] = first === undefined ? [] : await originsOf(locals.context, { kind: 'plan-node', id: first.uuid });
  const links = await linksOf(locals.context, { kind: 'plan', id: found.id });
  const levels = new Map(found.frame.levels.map((level) => [level.key, level.name]));
  const known = new Set(found.nodes.map((node) => node.id));
  return {
    slug: found.slug,
    title: found.title,
    from: found.from,
    to: found.to,
    levels: found.frame.levels.map((level) => ({
      name: level.name,
      count: found.nodes.filter((node) => node.level === level.key).length,
    })),
    tree: treeOf(found.nodes, levels),
    indicators: found.frame.indicators.map((indicator) => ({
      ...indicator,
      anchor: known.has(indicator.of) ? anchorOf({ id: indicator.of }) : null,
    })),
    risks: found.frame.risks,
    alignments: found.frame.alignments,
    emptyChapters: found.frame.emptyChapters,
    source: origin === undefined ? null : `/sources/${origin.source}`,
    partOf: links.filter((link) => link.kind === 'proposal'),
    editable: may(locals.context.viewer, 'edit-records').allowed,
  };
};
