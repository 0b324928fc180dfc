/** Chapters that a plan announces and leaves empty: "Reporting System" over "Text to be added". */
import type { EmptyChapter } from '#kernel/reading/index.ts';

type Expects = EmptyChapter['expects'];

const expectations: readonly (readonly [Expects, RegExp])[] = [
  ['allocation', /\ballocation/i],
  ['kpi', /\bindicators?\b|\bKPIs?\b|\bperformance (?:measures?|metrics?)\b/i],
  [
    'timeline',
    /\btime-? ?(?:line|table|frame)s?\b|\bschedule\b|\bcalendar\b|\bmilestones?\b|\broad-?map\b|\bphasing\b/i,
  ],
  ['questions', /\bquestions?\b/i],
  ['impact', /\bimpacts?\b/i],
  [
    'financing',
    /\bfinanc|\bfunding\b|\bfunds?\b|\bbudget|\bcost(?:s|ing)?\b|\bresource (?:mobili[sz]ation|requirements?)\b|\bresources$/i,
  ],
  ['reporting', /\breport|\bmonitor|\breview\b|\bevaluation\b/i],
  [
    'regional',
    /\bregion(?:s|al)?\b|^(?:africa|americas|arab states|asia|asia[- ]pacific|asia and the pacific|pacific|caribbean|europe|CIS)$/i,
  ],
];

/** What a chapter under this heading would hold. */
export function expectedUnder(heading: string): Expects {
  return expectations.find(([, pattern]) => pattern.test(heading))?.[0] ?? 'other';
}

const things =
  '(?:text|content|contents|details?|table|tables|figures?|section|chapter|information|data|inputs?|annex|appendix|indicators?|KPIs?|targets?|timeline|budget|figures)';
const done =
  '(?:added|inserted|updated|completed|developed|determined|provided|defined|confirmed|drafted|finali[sz]ed|included|elaborated|decided|prepared|supplied|written|filled(?: in)?|agreed)';
const shortForms =
  '(?:tbd|tbc|tba|t\\.b\\.[dca]\\.?|placeholder|forthcoming|pending|under (?:development|preparation|construction))';
const placeholder = new RegExp(
  `^[\\[(…. ]*(?:(?:the |this |these )?${things}\\s+)?(?:is |are |still )*(?:to be ${done}\\b[^.]{0,100}|${shortForms})[\\])…. ]*$`,
  'i',
);
const trailing = new RegExp(
  `^(.{3,120}?)\\s*[\\[(–—:-]\\s*(?:to be ${done}\\b[^()\\[\\]]{0,80}|${shortForms})[\\])]?\\.?$`,
  'i',
);

/** Whether a line says that its text is still to come. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 160 && placeholder.test(text);
}

/** The heading in front of a note that its text is still to come: "Annex C: Budget (to be added)". */
export function headingOfPlaceholder(text: string): string | null {
  return text.length <= 200 ? (trailing.exec(text)?.[1] ?? null) : null;
}
