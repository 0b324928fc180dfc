/** Requests for expert missions, as applicants wrote them into the form. Countries are real, the bodies invented. */

export const outcomeNames = {
  awareness: 'Awareness programme such as workshop, seminar',
  training: 'Training',
  analysis_report: 'Analysis report (technical or political)',
  drafting_regulations: 'Support for drafting regulations',
  policy_design: 'Support for designing a policy or scheme',
  systems: 'Developing systems or applications',
  others: 'Others',
} as const;

export type OutcomeName = keyof typeof outcomeNames;

/** The seven questions of the form, by the names of their fields. */
export const questions = {
  policy_issue:
    'Please identify a policy issue for which your administration needs support from the OCU Expert Mission.',
  support_action: 'Please specify the support action or factor that you need.',
  policy_contribution:
    'Please describe how the outcome of the Expert Mission will support the policy formulation on the issue named above.',
  policy_situation:
    'Please describe the situation of the policy, which policy actions have been prepared or implemented, and the remaining issues.',
  stakeholders: 'Please indicate stakeholders or agencies to be involved other than your organization, if any.',
  expected_outcomes: 'Please choose your expected outcomes from the options below (multiple choice).',
  timeline: 'Please indicate a possible timeline for the Expert Mission.',
} as const;

export type QuestionName = keyof typeof questions;

export interface Application {
  country: string;
  organisation: string;
  title: string;
  /** Paragraphs; those that begin with "- " are set as bullets. */
  answers: Record<Exclude<QuestionName, 'expected_outcomes'>, string[]>;
  outcomes: OutcomeName[];
}

export const applications: readonly Application[] = [
  {
    country: 'Fiji',
    organisation: 'Ministry of Tides and Communications (MTC)',
    title: 'Rules for warnings over mobile networks',
    answers: {
      policy_issue: [
        'The Act on Disasters of 2019 obliges the government to warn the public, but it does not say who may ask operators to send a warning, nor what operators have to do when asked. In two recent floods the warnings were sent forty minutes after they had been decided.',
      ],
      support_action: [
        'We need the help of somebody who has drawn up such rules before:',
        '- a review of the Act and of the licences of the three operators;',
        '- a draft of regulations on warnings, with a commentary;',
        '- two days of talks with operators and authorities, led by the expert.',
      ],
      policy_contribution: [
        'The draft regulations will be submitted to the Cabinet together with the amendment of the Act that is foreseen for next year.',
      ],
      policy_situation: [
        'A concept paper on cell broadcast was approved in 2024, and one operator has installed the equipment. What remains open is the procedure between the authorities and the question of who bears the costs.',
      ],
      stakeholders: ['- National Office for Disasters', '- The three mobile operators', '- Weather Service'],
      timeline: [
        '- May 2026: review of the Act and the licences',
        '- June 2026: talks with operators and authorities',
        '- August 2026: draft regulations',
      ],
    },
    outcomes: ['analysis_report', 'drafting_regulations'],
  },
  {
    country: 'Fiji',
    organisation: 'Harbour Data Agency',
    title: 'Security of the data centre for ports',
    answers: {
      policy_issue: [
        'The data centre that serves all ports of the country was opened in 2022 without a plan for its security. The policy on critical systems, adopted a year later, requires one.',
      ],
      support_action: [
        '- To find the weak points of the data centre by tests agreed beforehand',
        '- To write down, with our staff, what has to be done first',
      ],
      policy_contribution: [
        'The plan will be the first under the new policy and will serve as a model for the data centres of other agencies.',
      ],
      policy_situation: [
        'The policy on critical systems is in force. Guidelines for its use do not exist yet. Our own staff have attended two courses on the security of networks.',
      ],
      stakeholders: ['Ports Authority; Ministry of Tides and Communications (MTC)'],
      timeline: ['Third quarter of 2026, for two weeks'],
    },
    outcomes: ['training', 'analysis_report', 'systems'],
  },
  {
    country: 'Samoa',
    organisation: 'Office of Lagoon Networks',
    title: 'A universal service fund that can bear running costs',
    answers: {
      policy_issue: [
        'The universal service fund pays for masts and terminals, but not for the capacity and the power they need. Four of nine projects have stopped for this reason.',
      ],
      support_action: [
        'An expert who knows the funds of other small States should compare their rules and advise us on how running costs could be paid for a limited time.',
      ],
      policy_contribution: [
        'The review of the Universal Service Act is planned for 2027. The advice will be the basis of the paper on which the public will be consulted.',
      ],
      policy_situation: [
        'Accounts of the fund have been published since 2023.',
        'A study of the costs of each project was carried out by the Lagoon Institute in 2024.',
        'No decision has been taken on running costs.',
      ],
      stakeholders: ['- Ministry of Finance', '- Councils of the villages concerned'],
      timeline: ['April 2026: first visit', 'July – August 2026: report and seminar'],
    },
    outcomes: ['awareness', 'analysis_report', 'policy_design'],
  },
  {
    country: 'Tonga',
    organisation: 'Department of Signals and Skies',
    title: 'Licensing of satellite terminals brought by visitors',
    answers: {
      policy_issue: [
        'Yachts and visitors bring satellite terminals and use them ashore. The law knows only terminals of licensed operators, so that every other use is an offence which nobody pursues.',
      ],
      support_action: [
        '- Advice on simple rules that allow the use for a limited time',
        '- Help in talking to the operators of satellite systems abroad',
      ],
      policy_contribution: [
        'The rules will become part of the Spectrum Regulations, the second reading of which is due.',
      ],
      policy_situation: [
        'A first draft was prepared in 2025 and has met with objections from customs. The remaining issue is how a visitor can register without coming to the capital.',
      ],
      stakeholders: ['Customs; Harbour masters; Association of Yacht Agents'],
      timeline: ['As soon as possible'],
    },
    outcomes: ['drafting_regulations'],
  },
  {
    country: 'Republic of Talava',
    organisation: 'Authority for Islands and Airwaves',
    title: 'Training of caretakers of island networks',
    answers: {
      policy_issue: [
        'The National Plan for Outer Islands promises every island a person who can restore the service. We have found such persons on forty islands and do not know how to train them without bringing all of them to the capital.',
      ],
      support_action: [
        'We would like to have:',
        '- a course of two weeks that can be held on any island;',
        '- a manual with pictures;',
        '- the training of six trainers.',
      ],
      policy_contribution: [
        'The course will be recognized as vocational training, which the Plan foresees and which has no content so far.',
      ],
      policy_situation: [
        'The Plan has been in force since 2024. The list of persons is complete; the budget for travel has been approved for one year.',
      ],
      stakeholders: ['- School of Trades', '- Councils of the islands', '- Women’s Network for Technology'],
      timeline: ['We are flexible, but the mission should be completed by November 2026.'],
    },
    outcomes: ['training', 'others'],
  },
];

/** The request that came back without its controls, typed anew by the applicant. */
export const retyped: Application = {
  country: 'Solomon Islands',
  organisation: 'Ministry of Reefs and Networks',
  title: 'Sharing of towers among operators',
  answers: {
    policy_issue: [
      'Two operators build towers side by side on the same hills, while eleven islands have none. Our policy asks them to share but gives them no reason to do so.',
    ],
    support_action: [
      'Comparison of rules on sharing in five countries of similar size',
      'A model contract for the use of towers and power supplies',
    ],
    policy_contribution: ['The model contract will become part of the new licences, which are granted in 2027.'],
    policy_situation: [
      'The National Network Policy of 2022 names sharing as an aim. Guidelines were drafted in 2023 and were not adopted, since the operators could not agree on prices.',
    ],
    stakeholders: ['Competition Office', 'Both operators', 'Provincial governments'],
    timeline: ['September 2026: visit and talks', 'October 2026: model contract'],
  },
  outcomes: ['awareness', 'policy_design'],
};
