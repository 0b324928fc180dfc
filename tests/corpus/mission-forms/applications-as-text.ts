/** Applications that came back as plain text: copied into an e-mail, retyped, two in one. The organisations are invented. */
import { inPlainText, type FormFile } from './form-file.ts';

export const applicationsAsText: readonly FormFile[] = [
  {
    what: 'copied into a plain e-mail that breaks lines at 60 signs',
    name: 'a12.txt',
    kind: 'application',
    bytes: inPlainText(`
Application Form for the Coral Expert Programme 2027

Name of country: Samoa
Name of organisation: Lagoon Communications Office
Title of the project: Sirens on the coast

1) Please identify the policy issue for which your
administration needs support from the mission.

Warnings reach the villages late, and nobody decides who
sounds the sirens.

2) Please specify the support action that you need.

- Review of the warning chain
- Exercise with two villages

3) Please describe how the outcome of the mission will
support policy formulation on this issue.

It feeds the national plan for disasters.

4) Please describe the present situation of the policy:
which actions have been prepared or implemented, and which
issues remain.

Sirens were bought; the rules for their use are missing.

5) Please name the stakeholders or agencies involved,
other than your own body.

Fire Service, Village Council of Lotopue

6) Please choose the outcomes that you expect (more than one
may be ticked).

[x] Awareness programme, such as a workshop or a seminar
[ ] Training
[ ] Analysis report (technical or political)
[X] Support for drafting regulations
[ ] Support for designing a policy or scheme
[ ] Developing systems or applications
[ ] Others:

7) Please indicate a possible timeline for the mission.

Dry season (May to October 2027)
`),
    expected: {
      country: 'Samoa',
      organisation: 'Lagoon Communications Office',
      title: 'Sirens on the coast',
      answers: {
        policy_issue: 'Warnings reach the villages late, and nobody decides who sounds the sirens.',
        support_action: 'Review of the warning chain Exercise with two villages',
        policy_contribution: 'It feeds the national plan for disasters.',
        policy_situation: 'Sirens were bought; the rules for their use are missing.',
        stakeholders: 'Fire Service, Village Council of Lotopue',
        timeline: 'Dry season (May to October 2027)',
      },
      chosen: ['awareness', 'drafting_regulations'],
      times: ['2027-05..2027-10'],
    },
  },
  {
    what: 'retyped with other numbers, order and words; the head in one line, its fields swapped',
    name: 'a13.txt',
    kind: 'application',
    bytes: inPlainText(`
REQUEST FOR AN EXPERT MISSION

Project title: Masts on church land
Organisation: Atoll Radio Authority   Country: Kiribati

A. Proposed dates of the mission
Second half of 2027, not in December

B. Which policy problem should the mission help with?
Masts are put up without any permit.

C. Where do things stand today with this policy?
A bill was tabled in 2025 and lapsed.

D. What assistance do you ask for?
1. Draft a permit procedure
2. Advise the land court

E. How will the result be used for policy making?
The procedure is annexed to the bill.

F. Other agencies that take part
Land Court

G. Expected outcomes
(x) Support for drafting regulations
( ) Training
( ) Analysis report
(x) Awareness workshop
`),
    expected: {
      country: 'Kiribati',
      organisation: 'Atoll Radio Authority',
      title: 'Masts on church land',
      answers: {
        policy_issue: 'Masts are put up without any permit.',
        support_action: '1. Draft a permit procedure 2. Advise the land court',
        policy_contribution: 'The procedure is annexed to the bill.',
        policy_situation: 'A bill was tabled in 2025 and lapsed.',
        stakeholders: 'Land Court',
        timeline: 'Second half of 2027, not in December',
      },
      chosen: ['awareness', 'drafting_regulations'],
      times: ['2027-07..2027-12'],
    },
  },
  {
    what: 'two applications in one file',
    name: 'a14.txt',
    kind: 'application',
    bytes: inPlainText(
      [
        ['Fiji', 'Bureau of Cables', 'A second landing station', 'All cables land in one bay.', 'June 2027'],
        ['Tuvalu', 'Post and Wire Office', 'Satellite for schools', 'Schools have no link.', 'November 2027'],
      ]
        .map(
          ([country, organisation, title, issue, when]) => `Application Form for the Coral Expert Programme 2027
Name of country: ${country}
Name of organisation: ${organisation}
Title of the project: ${title}
1) Please identify the policy issue for which your administration needs support from the mission.
${issue}
2) Please specify the support action that you need.
Two experts for a week
3) Please describe how the outcome of the mission will support policy formulation on this issue.
A decision of the cabinet follows.
4) Please describe the present situation of the policy: which actions have been prepared or implemented, and which issues remain.
Nothing is prepared.
5) Please name the stakeholders or agencies involved, other than your own body.

6) Please choose the outcomes that you expect (more than one may be ticked).
☐ Training
☒ Analysis report (technical or political)
☐ Others
7) Please indicate a possible timeline for the mission.
${when}
`,
        )
        .join('\n'),
    ),
    expected: {
      country: 'Fiji',
      organisation: 'Bureau of Cables',
      title: 'A second landing station',
      answers: {
        policy_issue: 'All cables land in one bay.',
        support_action: 'Two experts for a week',
        policy_contribution: 'A decision of the cabinet follows.',
        policy_situation: 'Nothing is prepared.',
        stakeholders: '',
        timeline: 'June 2027',
      },
      chosen: ['analysis_report'],
      times: ['2027-06..2027-06'],
      extra: ['Schools have no link.', 'Satellite for schools', 'November 2027'],
    },
  },
];
