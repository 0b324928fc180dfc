/**
 * Fields (ECMA-376 part 1, 17.16): begin, instruction, separate, cached result, end. The result is text, the
 * instruction is not; fields stand inside the instruction and the result of others, and may run over paragraphs.
 */
import type { Run } from '../../document/index.ts';
import type { Remarks } from '../remarks.ts';

interface Field {
  inResult: boolean;
  instruction: string;
  link: string | null;
  control: number | null;
}

const longestInstruction = 4000;

export class Fields {
  readonly #open: Field[] = [];
  /** How many of the open fields have not reached their result. */
  #inInstruction = 0;
  /** Words met inside an instruction. They are no text, unless it turns out that the field never ends. */
  #held: { runs: Run[]; run: Run; line: number }[] = [];
  readonly #dropped = new Map<Run[], Set<Run>>();

  /** False inside an instruction. */
  get visible(): boolean {
    return this.#inInstruction === 0;
  }

  /** The link and the form field of the innermost field that shows its result. */
  get innermost(): { link: string | null; control: number | null } {
    return this.#open.at(-1) ?? { link: null, control: null };
  }

  /** `control` is the form field that the field is; its result then belongs to it. */
  begin(control: number | null): void {
    const around = this.#open.at(-1);
    this.#open.push({
      inResult: false,
      instruction: '',
      link: around?.link ?? null,
      control: control ?? around?.control ?? null,
    });
    this.#inInstruction++;
  }

  instruction(text: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && !field.inResult && field.instruction.length < longestInstruction) {
      field.instruction += text.slice(0, longestInstruction);
    }
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field === undefined || field.inResult) return;
    field.inResult = true;
    field.link = linkOf(field.instruction) ?? field.link;
    this.#leaveInstruction();
  }

  end(): void {
    const field = this.#open.pop();
    if (field !== undefined && !field.inResult) this.#leaveInstruction();
  }

  /** Keeps in mind that `run` of `runs` stands inside an instruction. */
  hold(runs: Run[], run: Run, line: number): void {
    this.#held.push({ runs, run, line });
  }

  #leaveInstruction(): void {
    if (--this.#inInstruction > 0) return;
    for (const { runs, run } of this.#held) {
      const set = this.#dropped.get(runs);
      if (set === undefined) this.#dropped.set(runs, new Set([run]));
      else set.add(run);
    }
    this.#held = [];
  }

  /** At the end of the text: takes the words of instructions out, and keeps those of fields that never ended. */
  finish(remarks: Remarks): void {
    for (const [runs, dropped] of this.#dropped) {
      let kept = 0;
      for (const run of runs) if (!dropped.has(run)) runs[kept++] = run;
      runs.length = kept;
    }
    const [first] = this.#held;
    if (first !== undefined) {
      remarks.add('unclosed-field', 'A field has no end; the words after it are kept as text.', first.line);
    }
  }
}

/** The target of a HYPERLINK instruction; `null` for other fields. */
export function linkOf(instruction: string): string | null {
  const words = instruction.trim();
  if (!/^hyperlink\b/i.test(words)) return null;
  const pieces = [...words.slice('hyperlink'.length).matchAll(/\\[a-z]|"[^"]*"|[^\s"\\]+/gi)].map(([piece]) => piece);
  let target = '';
  let place = '';
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? '';
    if (piece === '\\l') place = unquoted(pieces[++at]);
    else if (/^\\[ot]$/i.test(piece)) at++;
    else if (!piece.startsWith('\\') && target === '') target = unquoted(piece);
  }
  const link = place === '' ? target : `${target}#${place}`;
  return link === '' ? null : link;
}

function unquoted(piece: string | undefined): string {
  return (piece ?? '').replace(/^"|"$/g, '');
}
