/** Questions of the secretariat to those who made a request, and their answers. Nobody else reads them. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { may } from '#modules/access/index.ts';
import { mustMay, mustSee, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { movesFrom } from '../../domain/cycle/cycle.ts';
import { lockApplication } from '../../store/applications.ts';
import { applicationBy, type Application } from '../../store/missions.ts';
import { answerOf, insertQuestion, questionsOn, type Question } from '../../store/screening.ts';
import { paragraphs, writeToApplicant } from './applicant-mail.ts';
import { frameOf, moveApplication, rolesIn } from '../requests/moves.ts';

const longest = 10_000;
/** The stage in which a request waits for the applicant, and the one to which the answer brings it back. */
const asked = 'asked';
const submitted = 'submitted';

export interface QuestionsOnRequest {
  application: Application;
  questions: Question[];
  /** Whether the viewer answers for the applicant. */
  mayAnswer: boolean;
  /** The button that sends the request in again; `null` where that is not to be done now. */
  sendAgain: string | null;
}

/**
 * The questions on a request, for its organisation and the secretariat.
 * @throws Refusal `not-found`, also for others who may see the request
 */
export async function questions(context: Context, slug: string): Promise<QuestionsOnRequest> {
  const application = mustSee(context, await applicationBy(context.db, { slug }), 'application');
  const roles = rolesIn(context.viewer, application);
  if (roles.length === 0) mustSee(context, null, 'page of questions');
  const { workflow } = await frameOf(context, application);
  const again =
    application.stage === asked
      ? movesFrom(workflow, application.stage, roles).find(({ to }) => to === submitted)
      : undefined;
  const staff = roles.includes('secretariat');
  return {
    application: staff ? application : { ...application, pending: null },
    questions: await questionsOn(context.db, [application.id]),
    mayAnswer: may(context.viewer, 'apply-for-missions').allowed,
    sendAgain: again?.label ?? null,
  };
}

/**
 * Asks the applicant. Where the workflow lets it, the request waits for the answer; a message waits in the outbox.
 * @param version of the request as it was seen
 * @param about keys of the findings that the question came from
 * @throws Refusal `not-found`, `question-missing`, `asked-already`, `changed-meanwhile`
 */
export async function askApplicant(
  context: Context,
  slug: string,
  version: number,
  text: string,
  about: readonly string[],
): Promise<void> {
  mustMay(context, 'run-missions');
  await together(context, async (context) => {
    await lockApplication(context.db, slug);
    const application = mustSee(context, await applicationBy(context.db, { slug }), 'application');
    if (application.version !== version) refuseStale('The request');
    const words = checkedText(text, 'question-missing', 'Write what you want to know.');
    const waiting = (await questionsOn(context.db, [application.id])).filter(({ answer }) => answer === null);
    if (waiting.some((one) => one.text === words)) {
      refuse('asked-already', 'This was asked already, and is not answered yet.', 'Load the page again.', {
        field: 'text',
      });
    }
    const question: Question = {
      id: newId(context.now().getTime()),
      application: application.id,
      text: words,
      findings: [...about],
      askedBy: context.viewer.name,
      askedAt: context.now(),
      answer: null,
      answeredBy: null,
      answeredAt: null,
    };
    await insertQuestion(context.db, question);
    await remember(context, 'asked about', { kind: 'application', id: application.id }, { after: question });
    const { workflow } = await frameOf(context, application);
    if (movesFrom(workflow, application.stage, ['secretariat']).some(({ to }) => to === asked)) {
      await moveApplication(context, slug, version, asked, { reason: question.text });
    }
    await writeToApplicant(context, application, {
      kind: 'question',
      subjectLine: `A question on your request: ${application.title}`.slice(0, 300),
      text: paragraphs(
        'Dear colleagues,',
        `Thank you for your request “${application.title}”. So that experts can be found for it, we would be grateful for your answer to the following.`,
        question.text,
        `You can answer, and correct your form, on the page /missions/applications/${slug}/questions of the workbench.`,
        'The Secretariat',
      ),
    });
  });
}

/**
 * Answers a question for the applicant, once.
 * @throws Refusal `not-found`, `not-allowed`, `answer-missing`, `answered-already`
 */
export async function answerQuestion(context: Context, slug: string, question: string, text: string): Promise<void> {
  mustMay(context, 'apply-for-missions');
  await together(context, async (context) => {
    const { application, questions: all } = await questions(context, slug);
    const found = all.find(({ id }) => id === question);
    if (found === undefined) refuse('not-found', 'There is no such question.', 'Load the page again.');
    const field = `answer-${question}`;
    const answer = checkedText(text, 'answer-missing', 'Write an answer.', field);
    const by = { answer, by: context.viewer.name, at: context.now() };
    if (!(await answerOf(context.db, question, by))) {
      refuse('answered-already', 'This question was answered meanwhile.', 'Load the page again.', { field });
    }
    await remember(
      context,
      'answered a question on',
      { kind: 'application', id: application.id },
      { before: { question: found.text }, after: { answer } },
    );
  });
}

/**
 * Sends a request in again, after the answers.
 * @param version of the request as it was seen
 * @throws Refusal `not-found`, `questions-open`, and those of `moveApplication`
 */
export async function sendInAgain(context: Context, slug: string, version: number): Promise<void> {
  mustMay(context, 'apply-for-missions');
  await together(context, async (context) => {
    const { questions: all, application } = await questions(context, slug);
    const open = all.find(({ answer }) => answer === null);
    if (open !== undefined && !rolesIn(context.viewer, application).includes('secretariat')) {
      refuse('questions-open', 'A question is not answered yet.', 'Answer it, then send your request in again.', {
        field: `answer-${open.id}`,
      });
    }
    await moveApplication(context, slug, version, submitted, { reason: 'Answered.' });
  });
}

function checkedText(typed: string, code: string, message: string, field = 'text'): string {
  const text = typed.replaceAll('\r\n', '\n').trim();
  if (text === '') refuse(code, message, '', { field });
  if (text.length > longest) {
    refuse('too-long', `That is longer than ${longest} characters.`, 'Shorten it, or attach a file.', { field });
  }
  return text;
}
