/** Changes of a workflow, one stage at a time: what is returned is still to be checked by the schema. */
import type { Stage, Workflow } from './cycle.ts';

/** A stage put in the place of the one with its key, or a new one behind `after`; first when `after` is `null`. */
export function withStage(workflow: Workflow, stage: Stage, after: string | null): Workflow {
  const others = workflow.filter(({ key }) => key !== stage.key);
  const at = after === null ? 0 : others.findIndex(({ key }) => key === after) + 1;
  return [...others.slice(0, at), stage, ...others.slice(at)];
}

/** The workflow without a stage, and without the moves that led to it. */
export function withoutStage(workflow: Workflow, key: string): Workflow {
  return workflow
    .filter((stage) => stage.key !== key)
    .map((stage) => ({ ...stage, to: stage.to.filter((move) => move.to !== key) }));
}

/** The stage that stands before one; `null` for the first. */
export function stageBefore(workflow: Workflow, key: string): string | null {
  return workflow[workflow.findIndex((stage) => stage.key === key) - 1]?.key ?? null;
}

/** A key that no stage has yet, made of a label: "Waiting for funds" gives "waiting-for-funds". */
export function freeKey(workflow: Workflow, label: string): string {
  const plain = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 36);
  const wanted = plain === '' ? 'stage' : plain;
  const taken = new Set(workflow.map(({ key }) => key));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}

/** Stages that nobody can leave though their work goes on, or that nothing leads to; the first needs no way to it. */
export function loneStages(workflow: Workflow): Stage[] {
  const reached = new Set([workflow[0]?.key]);
  // Each round reaches at least one stage more, or is the last.
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const { key, to } of workflow) if (reached.has(key)) for (const move of to) reached.add(move.to);
  }
  return workflow.filter(({ key }) => !reached.has(key));
}
