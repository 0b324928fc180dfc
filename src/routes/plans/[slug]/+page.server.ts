import { may } from '#modules/access/index.ts';
import { originsOf } from '#modules/intake/server/index.ts';
import { anchorOf, plan, type StoredNode } from '#modules/plans/server/index.ts';
import { linksOf } from '#modules/trace/server/index.ts';
import type { PageServerLoad } from './$types';

/** An element with what hangs under it. */
interface Branch {
  node: Pick<StoredNode, 'id' | 'code' | 'text' | 'bracketed' | 'line'> & { supports: string[] | 'all' | null };
  anchor: string;
  levelName: string;
  branches: Branch[];
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await plan(locals.context, params.slug);
  const [first] = found.nodes;
  const [origin] = first === undefined ? [] : await originsOf(locals.context, { kind: 'plan-node', id: first.uuid });
  const links = await linksOf(locals.context, { kind: 'plan', id: found.id });
  const levels = new Map(found.frame.levels.map((level) => [level.key, level.name]));
  const children = new Map<string | null, StoredNode[]>();
  const known = new Set(found.nodes.map((node) => node.id));
  for (const node of found.nodes) {
    const parent = node.parent !== null && known.has(node.parent) ? node.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const grow = (parent: string | null, path: ReadonlySet<string>): Branch[] =>
    (children.get(parent) ?? [])
      .filter((node) => !path.has(node.id))
      .map((node) => ({
        node: {
          id: node.id,
          code: node.code,
          text: node.text,
          bracketed: node.bracketed,
          line: node.line,
          supports: node.supports ?? null,
        },
        anchor: anchorOf(node),
        levelName: levels.get(node.level) ?? node.level,
        branches: grow(node.id, new Set([...path, node.id])),
      }));
  return {
    slug: found.slug,
    title: found.title,
    from: found.from,
    to: found.to,
    levels: found.frame.levels.map((level) => ({
      name: level.name,
      count: found.nodes.filter((node) => node.level === level.key).length,
    })),
    tree: grow(null, new Set()),
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
