/**
 * Problems are told to people: what was wrong, where, and what to do about it.
 * Code that refuses something throws {@link Refusal}; the edge (page, command line, API) prints its problem.
 */

/** Where something is wrong. Every part is optional: say what is known. */
export interface ProblemPlace {
  /** Name of the file as the person knows it. */
  file?: string;
  /** 1-based line of the source, as readings count lines. */
  line?: number;
  /** Part inside a package, e.g. "word/document.xml". */
  part?: string;
  /** Name of the form field or of the option. */
  field?: string;
}

export interface Problem {
  /** Stable kebab-case name that tests and scripts may rely on. */
  code: string;
  /** One sentence: what is wrong. */
  message: string;
  /** One sentence: what the person can do. */
  remedy: string;
  place: ProblemPlace;
}

/** Thrown where input is refused whole. The message repeats the problem so that logs make sense. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(describe(problem));
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/** Refuses, naming code, message, remedy and place. Never returns. */
export function refuse(code: string, message: string, remedy: string, place: ProblemPlace = {}): never {
  throw new Refusal({ code, message, remedy, place });
}

/** "report.docx, word/document.xml, line 12: The file is cut short. Send it again." */
export function describe(problem: Problem): string {
  const { file, part, line, field } = problem.place;
  const where = [file, part, line === undefined ? undefined : `line ${line}`, field].filter(
    (part) => part !== undefined,
  );
  return `${where.length > 0 ? `${where.join(', ')}: ` : ''}${problem.message} ${problem.remedy}`.trim();
}
