/** A row of a summary table against the form that it sums up. */
import { countryCode } from '#kernel/countries.ts';
import { comparable } from './names.ts';

/** What both print. */
export interface Head {
  country: string;
  organisation: string;
  title: string;
}
export const headParts = ['country', 'organisation', 'title'] as const;

export interface Difference {
  what: (typeof headParts)[number];
  summary: string;
  form: string;
  /** Other words, or the same in other letters. */
  kind: 'words' | 'capitals';
}

/** Where the two differ; marks between words do not count, and a country is the same under all its names. */
export function differences(row: Head, form: Head): Difference[] {
  return headParts.flatMap((what): Difference[] => {
    const summary = row[what];
    const printed = form[what];
    if (summary === printed) return [];
    if (comparable(summary) !== comparable(printed) && !sameCountry(what, summary, printed)) {
      return [{ what, summary, form: printed, kind: 'words' }];
    }
    return summary.toLowerCase() === printed.toLowerCase() ? [{ what, summary, form: printed, kind: 'capitals' }] : [];
  });
}

function sameCountry(what: string, summary: string, form: string): boolean {
  const code = what === 'country' ? countryCode(summary) : null;
  return code !== null && code === countryCode(form);
}
