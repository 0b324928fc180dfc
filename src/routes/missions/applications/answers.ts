/** The answers of a request as its page shows them, in the order of the form that it answers. */
import type { LineRange, When } from '#kernel/reading/index.ts';
import { readLines } from '#modules/missions/index.ts';
import type { ApplicationAtWork } from '#modules/missions/server/index.ts';
import type { Origins } from '../../origins.ts';
import { outcomeNames, questionNames } from '../../words.ts';

/** One answer on the page of a request. */
export interface ShownAnswer {
  key: string;
  /** A short name of the question. */
  name: string;
  /** As printed on the form that came in, or as the form asks it. */
  question: string;
  number: string;
  state: 'given' | 'blank' | 'unknown' | 'not-received';
  /** What an empty answer means by the form; `null` where it means nothing. */
  blankMeans: string | null;
  paragraphs: string[];
  chosen: string[];
  other: string | null;
  /** What weak signs of lost ticks point to. */
  candidates: string[];
  times: (When & { at: LineRange | undefined })[];
  /** Lines of an answer about time in which no time was found. */
  withoutTime: string[];
  /** Address of the source it was read from, where that is shown to the viewer, and the lines there. */
  source: string | null;
  lines: LineRange | null;
}

const shortNames: Record<string, string> = { ...questionNames };
const shortOutcomes: Record<string, string> = { ...outcomeNames };

/** All questions of the form with their answers, then answers to questions that this form does not ask. */
export function answersOf({ application, form, roles }: ApplicationAtWork, { source, at }: Origins): ShownAnswer[] {
  const { answers } = application.content;
  const asked = new Set(form.items.map(({ key }) => key));
  const strangers = Object.keys(answers).filter((key) => !asked.has(key));
  const staff = roles.includes('secretariat');
  return [...form.items.map(({ key }) => key), ...strangers].map((key) => {
    const item = form.items.find((one) => one.key === key);
    const answer = answers[key];
    const labelOf = (code: string): string =>
      item?.options.find((option) => option.code === code)?.label ?? shortOutcomes[code] ?? code;
    const itsSource = answer?.source === null || answer === undefined ? null : `/sources/${answer.source}`;
    const shown = itsSource === source || staff ? itsSource : null;
    return {
      key,
      name: shortNames[key] ?? item?.question ?? answer?.printed?.question ?? key,
      question: answer?.printed?.question || (item?.question ?? ''),
      number: answer?.printed === null || answer === undefined ? (item?.number ?? '') : (answer.printed.number ?? ''),
      state: answer?.state ?? 'blank',
      blankMeans: item?.blankMeans ?? null,
      paragraphs: (answer?.text ?? '').split('\n').filter((line) => line.trim() !== ''),
      chosen: (answer?.chosen ?? []).map(labelOf),
      other: answer?.other ?? null,
      candidates: (answer?.candidate ?? []).map(labelOf),
      times: (answer?.times ?? []).map((when, index) => ({
        ...when,
        at: shown === null ? undefined : at(`${key}.${index}.printed`),
      })),
      withoutTime: readLines(answer?.text ?? '')
        .filter(({ times, tellsWhat }) => times.length === 0 && !tellsWhat)
        .map(({ line }) => line),
      source: shown,
      lines: answer?.lines ?? null,
    };
  });
}
