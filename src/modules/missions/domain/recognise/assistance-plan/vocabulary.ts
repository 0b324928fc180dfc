/** The fields of a plan of assistance, by the words that forms ask for them with. */
import type { Vocabulary } from '../questions.ts';

export type PlanField = 'interest' | 'details' | 'schedule' | 'outcomes' | 'others' | 'cost' | 'requested' | 'experts';

export const planFields: readonly Vocabulary<PlanField>[] = [
  {
    key: 'interest',
    cues: [
      [
        /\b(?:topic|country|project|request|application|needs?)s?\b.*\binterest(?:ed)?\b|\binterest(?:ed)?\b.*\b(?:topic|country|project|request)/iu,
        4,
      ],
      [
        /\b(?:topic|project|request)s?\s?(?:\/|,|and|or|&)\s?(?:the )?country\b|\bcountry\s?(?:\/|,|and|or|&)\s?(?:the )?(?:topic|project|request)/iu,
        4,
      ],
      [/\b(?:which|what) (?:\w+[ /]){0,2}(?:topic|country|request|application|project)/iu, 3],
      [
        /\b(?:request|application|project|country|topic) (?:you )?(?:\w+ )?(?:wish|want|intend|offer\w*|answer\w*|respond\w*|address\w*|support\w*|refer\w*)\b/iu,
        4,
      ],
    ],
  },
  {
    key: 'details',
    cues: [
      [/\bwhat (?:(?:do|will|can|would) )?(?:we|you) (?:(?:can|will|would) )?(?:do|offer|provide|propose)\b/iu, 4],
      [/\bdetails? of (?:the |your )?(?:assistance|support|plan|proposal|offer|help)/iu, 4],
      [
        /\b(?:describe|description of) (?:the |your )?(?:assistance|support|plan|proposal|offer|approach|activities)/iu,
        4,
      ],
      [/\b(?:support|assistance|expertise|services?|help) (?:proposed|offered|to be (?:provided|given))\b/iu, 4],
      [/\b(?:approach|methodology|activities|work ?plan)\b/iu, 3],
      [/\bassistance plan\b|\b(?:describe|detail\w*)\b/iu, 1],
    ],
  },
  {
    key: 'schedule',
    cues: [
      [/\bschedule\b|\btime[ -]?(?:line|frame|table)s?\b/iu, 4],
      [/\b(?:period|dates?|duration|calendar)\b|\bwhen\b/iu, 4],
      [/\btentative\b/iu, 1],
    ],
  },
  {
    key: 'outcomes',
    cues: [
      [/\b(?:outcomes?|deliverables?|outputs?|results?)\b/iu, 3],
      [/\b(?:possible|expected|intended) (?:outcomes?|deliverables?|outputs?|results?)\b/iu, 2],
      [/\bbe (?:delivered|produced|achieved)\b/iu, 3],
    ],
  },
  {
    key: 'others',
    cues: [
      [
        /\bany others?\b|\bothers? (?:information|remarks?|matters?|comments?|requirements?)\b|\b(?:remarks|comments|additional information)\b/iu,
        4,
      ],
      [/\b(?:coordinat\w+|arrangements? needed)\b/iu, 2],
      [/^others?$|\banything else\b/iu, 4],
    ],
  },
  {
    key: 'cost',
    cues: [
      [
        /\b(?:estimated|estimation of|total|expected) (?:the )?(?:costs?|expenses|budget)\b|\bcost (?:estimat\w+|breakdown|plan)\b/iu,
        4,
      ],
      [/\bbudget\b/iu, 4],
      [/\b(?:what|how much) (?:does|do|will|would) (?:\w+ ){1,3}cost\b/iu, 3],
      [/^(?:costs?|expenses)(?: (?:and|&) .{2,30})?$/iu, 2],
      [/\bestimat\w*\b.{0,40}\b(?:costs?|expenses)\b/iu, 3],
      [/\bcosts?\b/iu, 2],
      [/\b(?:expenses|fees)\b/iu, 1],
    ],
  },
  {
    key: 'requested',
    cues: [
      [/\bfinancial (?:support|contribution|assistance)\b/iu, 4],
      [/\bask (?:\w+ ){1,4}to (?:pay|cover|bear|fund|finance|reimburse)\b/iu, 4],
      [/\b(?:asked|requested|invited|expected) to (?:cover|bear|pay|fund|finance|reimburse)\b/iu, 4],
      [/\b(?:which|what) (?:cost|expense|item|budget)s?\b/iu, 3],
      [/\bwould (?:you )?(?:like|wish|want)\b.*\b(?:support|bear|pay|cover|fund|finance|reimburse)/iu, 4],
      [/\b(?:requested|expected|sought|needed) from\b/iu, 4],
      [/^(?:financial )?(?:support|contribution|funding) (?:requested|expected|sought|needed)\b/iu, 2],
      [
        /\b(?:costs?|items?|expenses?)\b.*\b(?:should|to be|would|shall|could)\b.*\b(?:pay|paid|bear|borne|cover(?:ed)?|fund(?:ed)?|financed?|support(?:ed)?)\b/iu,
        4,
      ],
      [/\b(?:no answer|left blank|if blank) (?:means|implies)\b|\bif left (?:blank|empty)\b/iu, 3],
      [/\b(?:funding|financing|reimbursement)\b.*\b(?:requested|required|sought|needed|expected)\b/iu, 4],
    ],
  },
  {
    key: 'experts',
    cues: [
      [/\b(?:list|names?|details?|team) of (?:the )?(?:proposed )?(?:experts?|consultants?|specialists?)\b/iu, 4],
      [
        /\b(?:proposed|nominated|participating|available) (?:experts?|consultants?|specialists?)\b|\b(?:expert )?team\b|^experts?$/iu,
        4,
      ],
      [/\bwho (?:will|would|is to|are to) (?:carry out|conduct|do|go|come|travel|undertake|perform|implement)\b/iu, 4],
      [/\bexperts?\b/iu, 1],
      [/^(?:\S+ ){0,2}experts?(?: \S+){0,2}$/iu, 3],
      [/\b(?:fees?|costs?|time|travel|expenses)\b/iu, -4],
    ],
  },
];

/** "APT-form/2024/experts" and the like: the last part of a control's tag, by the names above or by our own numbers. */
export function planFieldOfTag(tag: string): PlanField | null {
  const name = (tag.split(/[/:#]/u).at(-1) ?? '').toLowerCase().replaceAll('-', '_');
  return planFields.find(({ key }) => key === name)?.key ?? numbered[name] ?? null;
}

const numbered: Record<string, PlanField> = {
  '1.1': 'interest',
  '1.2': 'details',
  '1.3': 'schedule',
  '1.4': 'outcomes',
  '1.5': 'others',
  '2.1': 'cost',
  '2.2': 'requested',
  '3': 'experts',
};
