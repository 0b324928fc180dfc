import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const annexNotMentioned: Rule = {
  name: 'annex-not-mentioned',
  level: 'info',
  explanation: 'An annex follows that the text never mentions: nothing says what it is for or whether it binds.',
  text: ({ proposed: { annexes, title, sections, footnotes }, clauses }) => {
    const [first] = annexes;
    if (first === undefined || sections.length === 0) return [];
    const kind = /^(?:annex|appendix|attachment|schedule)/iu.exec(first.heading)?.[0] ?? 'annex';
    const words = [
      title ?? '',
      ...sections.map(({ heading }) => heading ?? ''),
      ...footnotes.map(({ text }) => text),
      ...clauses.filter(({ inAnnex }) => !inAnnex).map((one) => one.words),
    ];
    const mention = new RegExp(`\\b${kind}`, 'iu');
    return words.some((one) => mention.test(one))
      ? []
      : [{ lines: lineRange(first.line), message: `No clause mentions "${first.heading}".` }];
  },
};
