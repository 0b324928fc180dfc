/** The applicant among its own stakeholders, and applicants who name one another. */
import { namedIn, names, namesOf } from '../signs/names.ts';
import { finding, quoted, type OtherRequest, type Rule } from './finding.ts';

/** What the question on the other bodies is keyed by, in all forms. */
const key = 'stakeholders';

export const ownStakeholder: Rule = ({ content }) => {
  const line = linesAt(content.answers[key]?.text).find((one) => names(one, content.organisation));
  if (line === undefined) return [];
  return [
    finding({
      rule: 'applicant-is-stakeholder',
      level: 'info',
      text: 'The applicant names itself among the stakeholders to be involved.',
      ask: `Where the form asks for other bodies, it names your own organisation (${quoted(line)}). Which other bodies should take part?`,
      fields: [key],
      words: line,
    }),
  ];
};

export const linkedApplicants: Rule = ({ content, others }) => {
  const own = new Set(namesOf(content.organisation));
  const byName = new Map<string, OtherRequest>();
  for (const other of others) {
    for (const name of [other.organisation, other.inSummary ?? ''].flatMap(namesOf)) {
      if (!own.has(name) && !byName.has(name)) byName.set(name, other);
    }
  }
  return linesAt(content.answers[key]?.text).flatMap((line) =>
    [...new Set(namedIn(line, byName))].map((other) =>
      finding({
        rule: 'applicants-linked',
        level: 'info',
        text: `${other.organisation}, named here, applies itself: ${quoted(other.title)}. One mission may serve both.`,
        ask: null,
        fields: [key],
        words: line,
      }),
    ),
  );
};

const linesAt = (text = ''): string[] => text.split('\n').filter((line) => line.trim() !== '');
