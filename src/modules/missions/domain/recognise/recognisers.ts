/** The three kinds of documents of this module: calls, single applications, single plans of assistance. */
import type { Recogniser, Source, Suitability } from '#formats/document/index.ts';
import { withWholeParagraphs } from '#formats/document/paragraphs.ts';
import { withholdContactsWithin } from '#kernel/contacts.ts';
import type { AssistancePlan, MissionApplication, MissionCallRecord } from '#kernel/reading/index.ts';
import { emptyApplication, readApplication } from './application/application.ts';
import { readPlan } from './assistance-plan/assistance-plan.ts';
import { isHint } from './assistance-plan/form.ts';
import { readCall } from './call/call.ts';
import { ownKind, readOwnApplication, readOwnPlan } from './own-forms.ts';
import { looseQuestions, outlineOf, previewOf, type Outline } from './outline.ts';

interface Signs {
  applications: number;
  letter: boolean;
  /** The letter invites others, as an applicant's own does not. */
  inviting: boolean;
  planForm: 'none' | 'empty' | 'filled';
  summary: boolean;
}

function signsOf(outline: Outline): Signs {
  const answered = outline.planForm?.slots.some(
    (slot) =>
      slot.key !== 'experts' &&
      (slot.inline !== null ||
        slot.answer.some((index) => outline.lines[index] !== undefined && !isHint(outline.lines[index]))),
  );
  return {
    applications: outline.applications.length,
    letter: outline.letter !== null,
    inviting: isInviting(outline.letter?.letter ?? null),
    planForm: outline.planForm === null ? 'none' : answered === true ? 'filled' : 'empty',
    summary: outline.lines
      .slice(0, outline.applications[0]?.from ?? 400)
      .some(
        (line) =>
          /\b(?:summary|list) of\b.*\b(?:applications?|needs?|requests?|proposals?)\b/iu.test(
            line.text.slice(0, 200),
          ) && line.text.length < 160,
      ),
  };
}

/** A letter to several, with a deadline or enclosures. */
function isInviting(letter: MissionCallRecord['letter']): boolean {
  if (letter === null) return false;
  const wanted = letter.deadline !== null || letter.enclosures.length > 0;
  return (wanted && letter.to.length + letter.cc.length > 1) || /\b(?:invit\w+|call for)\b/iu.test(letter.subject);
}

function suitability(score: number, found: (string | false)[]): Suitability {
  const why = found.filter((sign) => sign !== false);
  return { score, why: why.length === 0 ? 'no part of such a document was found' : why.join(', ') };
}

/** A call: a letter with a summary, several applications, an empty form for offers; at least two of these. */
export const missionCallRecogniser: Recogniser<MissionCallRecord> = {
  kind: 'mission-call',
  suits: (source) => {
    const signs = signsOf(previewOf(source));
    const around = Number(signs.letter) + Number(signs.summary) + Number(signs.planForm !== 'none');
    const single = signs.inviting || signs.summary || signs.planForm !== 'none' ? 0.5 + 0.15 * around : 0.1;
    const score =
      signs.applications > 1 ? 0.7 + 0.1 * around : signs.applications === 1 ? single : callWithoutForms(signs);
    return suitability(score, [
      signs.applications > 0 && `${signs.applications} application form(s)`,
      signs.letter && 'a covering letter',
      signs.summary && 'a list of requests',
      signs.planForm !== 'none' && 'a form for plans of assistance',
    ]);
  },
  recognise: (source) => {
    const outline = outlineOf(source);
    const { call, placed, findings } = readCall(source, outline);
    return {
      record: withholdContactsWithin(call),
      placed: withWholeParagraphs(placed, outline.lines),
      findings: withholdContactsWithin(findings),
    };
  },
};

function callWithoutForms(signs: Signs): number {
  if (!signs.letter) return 0;
  return signs.planForm === 'empty' ? 0.6 : 0;
}

/** A single application form, with content controls, retyped, or printed. */
export const missionApplicationRecogniser: Recogniser<MissionApplication> = {
  kind: 'mission-application',
  suits: (source) => {
    const outline = previewOf(source);
    const signs = signsOf(outline);
    if (signs.applications < 2 && ownKind(source) === 'application') {
      return suitability(0.95, ['a form of this workbench for an application']);
    }
    if (signs.applications === 1) {
      const alone = !signs.inviting && !signs.summary && signs.planForm === 'none';
      return suitability(alone ? 0.9 : 0.45, ['the head and the questions of one application']);
    }
    if (signs.applications > 1) return suitability(0.2, ['several applications']);
    if (signs.planForm !== 'none') return suitability(0, []);
    const { found, asking } = looseQuestions(outline.lines);
    return suitability(found >= 5 && asking >= 4 ? 0.7 : 0, [
      found >= 5 && `${found} questions of an application, without its head`,
    ]);
  },
  recognise: (source) => {
    const { lines, applications, controls } = outlineOf(source);
    const range = applications[0] ?? { from: 0, to: lines.length, controls };
    const read = readOwnApplication(source) ?? readApplication(lines, range, range.controls) ?? emptyApplication(lines);
    return {
      record: withholdContactsWithin(read.application),
      placed: read.placed,
      findings: withholdContactsWithin(read.findings),
    };
  },
};

/** A filled plan of assistance. */
export const assistancePlanRecogniser: Recogniser<AssistancePlan> = {
  kind: 'assistance-plan',
  suits: (source) => {
    const outline = previewOf(source);
    const { planForm, letter, applications } = signsOf(outline);
    if (applications < 2 && ownKind(source) === 'assistance-plan') {
      return suitability(0.95, ['a form of this workbench for a plan of assistance']);
    }
    if (planForm === 'none' || applications > 0) return suitability(0, []);
    const score = planForm === 'filled' ? 0.9 : letter ? 0.4 : 0.6;
    return suitability(score, [`a form for a plan of assistance, ${planForm}`]);
  },
  recognise: (source) => {
    const outline = outlineOf(source);
    const { plan, placed, findings } =
      readOwnPlan(source) ?? readPlan(source, outline.lines, outline.planForm ?? emptyForm(source));
    return {
      record: withholdContactsWithin(plan),
      placed: withWholeParagraphs(placed, outline.lines),
      findings: withholdContactsWithin(findings),
    };
  },
};

function emptyForm({ lines }: Source): NonNullable<Outline['planForm']> {
  return { from: 0, to: lines.length, slots: [], heading: null };
}
