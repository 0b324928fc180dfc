import { may } from '#modules/access/index.ts';
import { anchorOf, plan } from '#modules/plans/server/index.ts';
import { linksOf, servedBy } from '#modules/trace/server/index.ts';
import { whereRead } from '../../origins.ts';
import { treeOf } from '../tree.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const found = await plan(context, params.slug);
  const [first] = found.nodes;
  const nodes = found.nodes.map(({ uuid }) => ({ kind: 'plan-node' as const, id: uuid }));
  const [own, ofNode, links, serving] = await Promise.all([
    whereRead(context, { kind: 'plan', id: found.id }),
    first === undefined ? null : whereRead(context, { kind: 'plan-node', id: first.uuid }),
    linksOf(context, { kind: 'plan', id: found.id }),
    servedBy(context, nodes),
  ]);
  const known = new Set(found.nodes.map((node) => node.id));
  const codes = new Map(found.nodes.map((node) => [node.id, node.code?.printed ?? null]));
  const measured = new Set(found.frame.indicators.map((indicator) => indicator.of));
  return {
    slug: found.slug,
    title: found.title,
    titleAt: own.at('title'),
    from: found.from,
    to: found.to,
    levels: found.frame.levels
      .map((level) => {
        const nodes = found.nodes.filter((node) => node.level === level.key);
        return {
          name: level.name,
          count: nodes.length,
          measured: nodes.filter((node) => measured.has(node.id)).length,
          bracketed: nodes.filter((node) => node.bracketed).length,
        };
      })
      .filter((level) => level.count > 0),
    tree: treeOf(found.nodes, new Map(found.frame.levels.map((level) => [level.key, level.name]))),
    indicators: found.frame.indicators.map((indicator) => ({
      ...indicator,
      name: codes.get(indicator.of) ?? indicator.of.split(':').at(-1) ?? indicator.of,
      anchor: known.has(indicator.of) ? anchorOf({ id: indicator.of }) : null,
    })),
    risks: found.frame.risks,
    alignments: found.frame.alignments.map((alignment) => ({
      ...alignment,
      name: codes.get(alignment.from) ?? alignment.from.split(':').at(-1) ?? alignment.from,
      anchor: known.has(alignment.from) ? anchorOf({ id: alignment.from }) : null,
    })),
    emptyChapters: found.frame.emptyChapters,
    source: own.source ?? ofNode?.source ?? null,
    serving: serving.map(({ address, title, year, served }) => ({ address, title, year, served })),
    partOf: links.filter((link) => link.kind === 'proposal'),
    editable: may(context.viewer, 'edit-records').allowed,
  };
};
