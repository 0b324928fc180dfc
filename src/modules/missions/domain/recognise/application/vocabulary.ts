/** The seven questions of an application for an expert mission, by the words that forms ask them with. */
import type { QuestionKey } from '#kernel/reading/index.ts';
import type { Vocabulary } from '../questions.ts';

export const applicationQuestions: readonly Vocabulary<QuestionKey>[] = [
  {
    key: 'policy_issue',
    cues: [
      [/\b(?:policy|regulatory|legal) (?:issues?|problems?|challenges?|questions?)\b/iu, 4],
      [/\b(?:issues?|problems?|challenges?|concerns?|difficult\w+)\b/iu, 3],
      [/\bproblem statement\b/iu, 2],
      [/\b(?:identify|address(?:ed)?|facing|faced?|solv\w+)\b/iu, 1],
      [/\bneeds? (?:a )?support\b/iu, 1],
      [/\bremaining\b|\bsituation\b|\bhow\b/iu, -2],
    ],
  },
  {
    key: 'support_action',
    cues: [
      [/\bsupport actions?\b|\bactions? or factors?\b/iu, 4],
      [/\b(?:actions?|activit(?:y|ies)|measures?)\b.*\b(?:for|on|in|with) which\b.*\bsupport\b/iu, 3],
      [
        /\b(?:kind|type|form|nature|scope|details?) of (?:the )?(?:\w+ )?(?:support|assistance|help|expertise|request)\b/iu,
        4,
      ],
      [
        /\b(?:support|assistance|expertise|help|services?) (?:is |are |do |does )?(?:you |your \w+ )?(?:needs?|needed|request\w*|requir\w*|expect\w*|ask(?:ed)?|sought|want\w*)\b/iu,
        3,
      ],
      [/\b(?:assistance|expertise|advice|help)\b/iu, 2],
      [/\b(?:support|need(?:ed|s)?|request\w*|requir\w*)\b/iu, 1],
      [/\bspecify\b/iu, 1],
      [/\btechnical assistance\b/iu, 1],
    ],
  },
  {
    key: 'policy_contribution',
    cues: [
      [/\bcontribut\w+\b/iu, 3],
      [/\bpolicy (?:formulation|making|development)\b|\bpolicymaking\b/iu, 3],
      [
        /\b(?:how|in (?:what|which) ways?)\b.*\b(?:outcomes?|results?|mission|assistance|support)\b.*\b(?:support\w*|help\w*|benefit\w*|contribut\w*|serve\w*|used?|improve\w*)\b/iu,
        4,
      ],
      [/\b(?:benefits?|impact|relevance|use of the results?|follow-up)\b/iu, 3],
      [/\b(?:national|policy) (?:polic\w+|priorit\w+|strateg\w+|plans?|goals?)\b/iu, 1],
    ],
  },
  {
    key: 'policy_situation',
    cues: [
      [/\b(?:situation|status|state of (?:play|the)|current state|background|baseline)\b/iu, 3],
      [/\b(?:current|currently|existing|present|so far|to date|already)\b/iu, 2],
      [
        /\b(?:prepared|implemented|adopted|in force|under way|progress|measures|steps taken|actions? taken)\b|\b(?:steps|measures|actions)\b.{0,30}\btaken\b/iu,
        2,
      ],
      [/\b(?:remain(?:s|ing)?|outstanding|pending|gaps?)\b/iu, 2],
      [/\bpolicy actions?\b/iu, 1],
      [/\b(?:has|have) been (?:done|achieved|undertaken|started)\b/iu, 2],
      [/\bin place\b|\bat present\b|\btoday\b|\bnow\b/iu, 2],
      [/\b(?:policy|legal|regulatory) (?:frameworks?|environment|setting)\b/iu, 2],
      [/\bpolic(?:y|ies)\b/iu, 1],
    ],
  },
  {
    key: 'stakeholders',
    cues: [
      [/\bstakeholders?\b/iu, 4],
      [
        /\b(?:agencies|institutions?|organi[sz]ations?|partners?|ministries|authorities|bodies|parties|departments|counterparts?)\b.*\b(?:involve\w*|participat\w*|consult\w*|cooperat\w*|engaged?|concerned|tak(?:e|ing) part)\b/iu,
        4,
      ],
      [
        /\b(?:involved?|participating|concerned)\b.*\b(?:agencies|institutions?|organi[sz]ations?|partners?|ministries|authorities|bodies|parties)\b/iu,
        3,
      ],
      [/\bother than your\b|\bbesides your\b|\boutside your\b/iu, 2],
      [/\b(?:partners?|counterparts?|beneficiar\w+|target group)\b/iu, 2],
      [/^(?:national |local |other )?(?:partners?|counterparts?)$/iu, 2],
    ],
  },
  {
    key: 'expected_outcomes',
    cues: [
      [/\b(?:expected|desired|intended|anticipated) (?:outcomes?|outputs?|results?|deliverables?|products?)\b/iu, 4],
      [/\b(?:outcomes?|outputs?|results?|deliverables?|products?)\b/iu, 2],
      [/\b(?:choose|select|tick|check|mark|circle)\b/iu, 2],
      [/\b(?:options?|multiple choice|all that apply|boxes|one or more|more than one|as many)\b/iu, 2],
      [/\bexpect\b/iu, 2],
      [/\bhow\b|\bin (?:what|which) ways?\b|\bcontribut/iu, -2],
    ],
  },
  {
    key: 'timeline',
    cues: [
      [/\btime[ -]?(?:line|frame|table|ing)s?\b/iu, 4],
      [
        /\b(?:schedule|period|dates|months?|duration|calendar|(?:start\w*|end|preferred|proposed|possible) date)\b/iu,
        4,
      ],
      [/\bwhen\b/iu, 4],
      [/\b(?:proposed|preferred|possible|tentative|suitable|convenient|start|begin)\b/iu, 1],
    ],
  },
];
