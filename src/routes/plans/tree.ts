import { anchorOf, type StoredNode } from '#modules/plans/server/index.ts';

/** An element of a plan with what hangs under it. */
export interface Branch {
  node: Pick<StoredNode, 'id' | 'code' | 'text' | 'bracketed' | 'line'> & { supports: string[] | 'all' | null };
  anchor: string;
  levelName: string;
  branches: Branch[];
}

/** The elements of a plan as a tree; one whose parent is not in the plan stands at the top. */
export function treeOf(nodes: readonly StoredNode[], levelNames: ReadonlyMap<string, string>): Branch[] {
  const known = new Set(nodes.map((node) => node.id));
  const children = Map.groupBy(nodes, (node) => (node.parent !== null && known.has(node.parent) ? node.parent : null));
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
        levelName: levelNames.get(node.level) ?? node.level,
        branches: grow(node.id, new Set([...path, node.id])),
      }));
  return grow(null, new Set());
}
