/** What of this module's kinds a document holds; made once and asked by all recognisers of the module. */
import type { Source } from '#formats/document/index.ts';
import { applicationQuestions } from './application/vocabulary.ts';
import { findBarePlanForm, findPlanForm, type PlanForm } from './assistance-plan/form.ts';
import { formLines, type FormLine } from './form-lines.ts';
import { headersIn, type Header } from './headers.ts';
import { findLetter, type LetterParts } from './letter.ts';
import { candidates, matchQuestions } from './questions.ts';
import type { IndexedControl } from './slots.ts';

export interface Outline {
  lines: FormLine[];
  /** Each application from its first label to the next one; indices into `lines`, the end exclusive. */
  applications: { from: number; to: number; controls: IndexedControl[] }[];
  planForm: PlanForm | null;
  letter: LetterParts | null;
  /** Content controls with a tag, in the order of their lines. */
  controls: IndexedControl[];
}

const outlines = new WeakMap<Source, Outline>();
const previews = new WeakMap<Source, Outline>();
/** So many lines say what kind of document it is. */
const previewLines = 20_000;

/** The outline of a whole document. */
export function outlineOf(source: Source): Outline {
  return remembered(outlines, source, () => makeOutline(source));
}

/** The outline of the beginning of a document, enough to tell its kind; that of the whole unless it is very long. */
export function previewOf(source: Source): Outline {
  if (source.lines.length <= previewLines) return outlineOf(source);
  return remembered(previews, source, () =>
    makeOutline({ document: source.document, lines: source.lines.slice(0, previewLines) }),
  );
}

function remembered(store: WeakMap<Source, Outline>, source: Source, make: () => Outline): Outline {
  const known = store.get(source);
  if (known !== undefined) return known;
  const outline = make();
  store.set(source, outline);
  return outline;
}

function makeOutline(source: Source): Outline {
  const lines = formLines(source);
  const heads = applicationHeads(lines);
  const controls = indexed(source);
  const end = lines.length;
  // The form for offers stands before the applications or behind one of them, mostly the last.
  let planForm: PlanForm | null = null;
  for (const from of [0, ...heads].toReversed()) {
    planForm ??= findPlanForm(lines, { from, to: heads.find((head) => head > from) ?? end }, controls);
  }
  if (heads.length === 0) planForm ??= findBarePlanForm(lines, controls);
  const applications = heads.map((from, at) => {
    const next = heads[at + 1] ?? end;
    const to = planForm !== null && planForm.from > from && planForm.from < next ? planForm.from : next;
    return { from, to, controls: [] as IndexedControl[] };
  });
  share(controls, applications, lines);
  const before = Math.min(heads[0] ?? end, planForm === null || planForm.from === 0 ? end : planForm.from);
  return { lines, applications, planForm, letter: findLetter(lines, before), controls };
}

/** The controls that stand on lines and have a tag, in the order of their lines. */
function indexed(source: Source): IndexedControl[] {
  return source.document.controls
    .map((control, index) => ({ index, control }))
    .filter(({ control }) => control.tag !== null && control.lines !== null)
    .sort((a, b) => (a.control.lines?.[0] ?? 0) - (b.control.lines?.[0] ?? 0));
}

/** Gives each application the controls inside it. */
function share(
  controls: readonly IndexedControl[],
  applications: Outline['applications'],
  lines: readonly FormLine[],
): void {
  let at = 0;
  for (const control of controls) {
    const line = control.control.lines?.[0] ?? 0;
    while (at < applications.length && (lines[(applications[at]?.to ?? 1) - 1]?.number ?? 0) < line) at++;
    const application = applications[at];
    if (application !== undefined && (lines[application.from]?.number ?? 0) <= line) application.controls.push(control);
  }
}

/** Labels of a head that are followed by questions of an application before the next such label. */
function applicationHeads(lines: readonly FormLine[]): number[] {
  const headers = headersIn(lines, 0, lines.length);
  const starts = startsOf(headers);
  return starts
    .filter((from, at) => asksEnough(lines, from, starts[at + 1] ?? lines.length))
    .map((from) => titleAbove(lines, from));
}

/** The title of a form above its head ("Application form", "Request No. 2") belongs to it, not to the form before. */
function titleAbove(lines: readonly FormLine[], from: number): number {
  let above = from - 1;
  while (above >= 0 && lines[above]?.blank === true && from - above < 4) above--;
  const line = lines[above];
  if (line === undefined || line.blank || line.text.length > 100 || /[.;:?]$/u.test(line.text)) return from;
  return formTitle.test(line.words) ? above : from;
}

const formTitle =
  /\b(?:application|request|proposal|nomination)(?: form)?\b(?:(?: for| of)\b.*)?$|\b(?:form|application|request|proposal|annex|project)\s?(?:nos?\.?|nr\.?|#)?\s?(?:\d{1,3}|[A-Z])(?:\s?[:–-].*)?$/iu;

/** A head begins at its first label; it ends where a label of a kind comes that it already has. */
function startsOf(headers: readonly Header[]): number[] {
  const starts: number[] = [];
  let kinds = new Set<string>();
  let last = -1;
  for (const header of headers) {
    // Labels of one head stand together.
    if (kinds.has(header.kind) || last === -1 || header.at - last > 12) {
      starts.push(header.at);
      kinds = new Set();
    }
    kinds.add(header.kind);
    last = header.lines.at(-1) ?? header.at;
  }
  return starts;
}

function asksEnough(lines: readonly FormLine[], from: number, to: number): boolean {
  const questions = matchQuestions(candidates(lines, from, Math.min(to, from + 2000)), applicationQuestions);
  return questions.length >= 3;
}

/** Questions of an application found anywhere, for forms that lost their head. */
export function looseQuestions(lines: readonly FormLine[]): { found: number; asking: number } {
  const all = candidates(lines, 0, Math.min(lines.length, 2000));
  const questions = matchQuestions(all, applicationQuestions);
  const asking = new Set(all.filter((candidate) => candidate.kind === 'asking').map((candidate) => candidate.first));
  return { found: questions.length, asking: questions.filter((question) => asking.has(question.first)).length };
}
