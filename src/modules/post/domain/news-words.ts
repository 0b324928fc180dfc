/** The words of mail that other rooms ask for by news: what is sent when a contribution asks members for support. */
import { z } from 'zod';
import { printedDay } from '#kernel/dates.ts';

/** What the news of a member that is asked for support holds. */
const SupportNews = z.object({
  member: z.uuid(),
  title: z.string(),
  replyBy: z.iso.date(),
  /** The page where it answers. */
  address: z.string().startsWith('/'),
});

/** Kinds of news that become mail. All others are news only. */
export const mailedNews = ['support-asked', 'support-reminder'] as const;

export interface NewsMail {
  /** Id of the organisation. */
  to: string;
  subjectLine: string;
  text: string;
}

/**
 * The mail that news asks for; `null` for news that is none, or that is damaged.
 * @param reach where the workbench is reached; `null`: the page is named without it
 */
export function mailOfNews(kind: string, payload: unknown, reach: string | null): NewsMail | null {
  const news = SupportNews.safeParse(payload);
  if (!news.success) return null;
  const { member, title, replyBy, address } = news.data;
  const page = reach === null ? `the page ${address} of the workbench` : `${reach}${address}`;
  const until = printedDay(replyBy);
  if (kind === 'support-asked') {
    return {
      to: member,
      subjectLine: `Your answer by ${until}: ${title}`,
      text: paragraphs(
        'Dear colleagues,',
        `Proposals have been prepared under the title “${title}”. Your administration is invited to say, for each of them, whether it supports it.`,
        `Please answer by ${until}, on ${page}. The reply form in Word can be downloaded there too. Nobody is bound by an answer, and the last answer counts.`,
        'The Secretariat',
      ),
    };
  }
  return {
    to: member,
    subjectLine: `Reminder, answers by ${until}: ${title}`,
    text: paragraphs(
      'Dear colleagues,',
      `Answers on the proposals “${title}” are awaited until ${until}. Your administration has not answered on all of them yet.`,
      `You can answer on ${page}. If your answer has crossed with this reminder, please disregard it.`,
      'The Secretariat',
    ),
  };
}

const paragraphs = (...words: string[]): string => words.join('\n\n');
