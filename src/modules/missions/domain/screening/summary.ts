/** The row of the summary table says something else than the form. */
import { differences } from '../signs/summary.ts';
import { finding, quoted, type Rule } from './finding.ts';

const partNames = { country: 'country', organisation: 'organisation', title: 'title' };

export const summaryDiffers: Rule = ({ content, row }) =>
  row === null
    ? []
    : differences(row, {
        country: content.country.printed,
        organisation: content.organisation,
        title: content.title,
      }).map(({ what, summary, form, kind }) =>
        finding({
          rule: kind === 'words' ? 'summary-differs' : 'summary-capitals-differ',
          level: kind === 'words' ? 'warning' : 'info',
          text:
            kind === 'words'
              ? `The ${partNames[what]} is ${quoted(summary)} in the summary, and ${quoted(form)} in the form.`
              : `Capitals of the ${partNames[what]} differ: ${quoted(summary)} in the summary, ${quoted(form)} in the form.`,
          ask:
            kind === 'words'
              ? `In our summary, the ${partNames[what]} reads ${quoted(summary)}; in your form, ${quoted(form)}. Which of the two should stand?`
              : null,
          fields: [what],
          words: summary,
        }),
      );
