/**
 * Evaluation of a mission by both sides and by the secretariat. Nobody writes with the other's words before their eyes:
 * a side sees what the other gave only once all sides have given theirs, or the term has passed.
 */
import { z } from 'zod';

export const EvaluationQuestion = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'Use small letters, digits and hyphens.'),
  question: z.string().trim().min(3, 'Enter the question.').max(300, 'Use at most 300 characters.'),
});
export type EvaluationQuestion = z.infer<typeof EvaluationQuestion>;

export const EvaluationQuestions = z
  .array(EvaluationQuestion)
  .min(1, 'Ask at least one question.')
  .max(12, 'Ask at most twelve questions.')
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'Two questions have the same name.');

/** What a cycle asks unless it says otherwise. */
export const usualQuestions: readonly EvaluationQuestion[] = [
  { key: 'preparation', question: 'The mission was well prepared.' },
  { key: 'expertise', question: 'The experts knew the matter.' },
  { key: 'fit', question: 'The help fitted the request.' },
  { key: 'cooperation', question: 'The other side worked well with us.' },
  { key: 'usefulness', question: 'The result can be used.' },
];

/** To whom a side shows what it says, beside the secretariat. */
export const ShownTo = z.enum(['sides', 'secretariat']);
export type ShownTo = z.infer<typeof ShownTo>;

export const Evaluation = z.object({
  /** With the words of the question as they were asked. */
  scores: z.array(EvaluationQuestion.extend({ score: z.int().min(1).max(5).nullable() })),
  text: z.string().trim().max(10_000, 'Use at most 10,000 characters.'),
  shownTo: ShownTo,
});
export type Evaluation = z.infer<typeof Evaluation>;

/** The secretariat's evaluation stands under this name; those of organisations under their ids. */
export const secretariatSide = 'secretariat';

export interface GivenEvaluation extends Evaluation {
  side: string;
  by: string;
  at: Date;
}

/** What decides who sees an evaluation. */
export interface EvaluationState {
  /** The organisations of both sides. */
  sides: readonly string[];
  /** ISO day, the last on which one may evaluate; `null` while nobody is asked. */
  term: string | null;
  today: string;
}

/** Whether what was given is open to the other side: all have given theirs, or the term has passed. */
export function opened(given: readonly { side: string }[], { sides, term, today }: EvaluationState): boolean {
  const all = sides.every((side) => given.some((one) => one.side === side));
  return (sides.length > 0 && all) || (term !== null && term < today);
}

/**
 * The evaluations that a side may read: its own always; the secretariat all; the others' once they are open, where they
 * are meant for both sides.
 * @param side `secretariat`, the id of the viewer's organisation, or `null` for anybody else, who sees none
 */
export function readable<T extends { side: string; shownTo: ShownTo }>(
  given: readonly T[],
  side: string | null,
  state: EvaluationState,
): T[] {
  if (side === null) return [];
  if (side === secretariatSide) return [...given];
  if (!state.sides.includes(side)) return [];
  const open = opened(given, state);
  return given.filter((one) => one.side === side || (open && one.shownTo === 'sides'));
}

/** Fewest answers of which an average is told. */
export const fewest = 3;

export interface QuestionInNumbers extends EvaluationQuestion {
  /** How many gave a score. */
  n: number;
  /** One decimal; `null` where fewer than {@link fewest} gave a score. */
  average: string | null;
}

/** Scores question by question, in the order of the questions as they first occur. */
export function inNumbers(given: readonly Evaluation[]): QuestionInNumbers[] {
  const groups = Map.groupBy(
    given.flatMap(({ scores }) => scores),
    ({ key }) => key,
  );
  return [...groups.values()].flatMap((scores) => {
    const [first] = scores;
    if (first === undefined) return [];
    const said = scores.flatMap(({ score }) => (score === null ? [] : [score]));
    const sum = said.reduce((all, score) => all + score, 0);
    const average = said.length < fewest ? null : (sum / said.length).toFixed(1);
    return [{ key: first.key, question: first.question, n: said.length, average }];
  });
}
