/** The forms that a new cycle starts with: seven questions to those who ask, and a plan to those who offer. */
import type { Form, FormItem } from './form.ts';

const text = (number: string, key: string, question: string, more: Partial<FormItem> = {}): FormItem => ({
  key,
  number,
  question,
  hint: null,
  type: 'text',
  options: [],
  required: true,
  blankMeans: null,
  part: null,
  ...more,
});

/** The form for those who ask for a mission. */
export function usualApplicationForm(programme: string): Form {
  return {
    kind: 'application',
    version: 1,
    title: `Application Form for the ${programme}`,
    items: [
      text(
        '1)',
        'policy_issue',
        'Please identify the policy issue for which your administration needs support from the mission.',
      ),
      text('2)', 'support_action', 'Please specify the support action that you need.', {
        hint: 'One action a line. The clearer a request, the better an expert can be found for it.',
      }),
      text(
        '3)',
        'policy_contribution',
        'Please describe how the outcome of the mission will support policy formulation on this issue.',
      ),
      text(
        '4)',
        'policy_situation',
        'Please describe the present situation of the policy: which actions have been prepared or implemented, and which issues remain.',
      ),
      text('5)', 'stakeholders', 'Please name the stakeholders or agencies involved, other than your own body.', {
        hint: 'One a line.',
        required: false,
        blankMeans: 'No other body takes part.',
      }),
      text('6)', 'expected_outcomes', 'Please choose the outcomes that you expect (more than one may be ticked).', {
        type: 'choices',
        options: [
          { code: 'awareness', label: 'Awareness programme, such as a workshop or a seminar', free: false },
          { code: 'training', label: 'Training', free: false },
          { code: 'analysis_report', label: 'Analysis report (technical or political)', free: false },
          { code: 'drafting_regulations', label: 'Support for drafting regulations', free: false },
          { code: 'policy_design', label: 'Support for designing a policy or scheme', free: false },
          { code: 'systems', label: 'Developing systems or applications', free: false },
          { code: 'others', label: 'Others', free: true },
        ],
      }),
      text('7)', 'timeline', 'Please indicate a possible timeline for the mission.', {
        type: 'times',
        hint: 'One step a line, such as “May 2027: talks with operators”.',
      }),
    ],
  };
}

/** The form for those who offer help. An empty 2.2 has a meaning, which the form says. */
export function usualOfferForm(programme: string, organiser: string): Form {
  return {
    kind: 'assistance-plan',
    version: 1,
    title: `Assistance Plan for the ${programme}`,
    items: [
      text('1.1', 'interest', 'Indicate the topic and country of interest.', { part: '1. Assistance plan' }),
      text('1.2', 'details', 'Describe the details of the assistance plan.'),
      text('1.3', 'schedule', 'Tentative schedule of the mission', { type: 'times' }),
      text('1.4', 'outcomes', 'Possible outcomes of the assistance'),
      text('1.5', 'others', 'Any others', {
        hint: 'Whatever the secretariat should coordinate with the member concerned.',
        required: false,
        blankMeans: 'Nothing is asked of the secretariat.',
      }),
      text('2.1', 'cost', 'Estimated cost, such as travel, fees, documentation and logistics', {
        type: 'costs',
        part: '2. Cost estimation',
      }),
      text('2.2', 'requested', `Which cost items should ${organiser} pay?`, {
        required: false,
        blankMeans: 'The offering organisation bears all costs.',
      }),
      text('3', 'experts', 'List of experts', { type: 'experts', part: '3. Experts' }),
    ],
  };
}
