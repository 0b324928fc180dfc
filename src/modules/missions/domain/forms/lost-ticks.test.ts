import { expect, test } from 'vitest';
import { usualApplicationForm } from './house-forms.ts';
import { questionForLostTicks } from './lost-ticks.ts';

const item = usualApplicationForm('Expert Mission 2027').items.find(({ type }) => type === 'choices')!;

test('lost ticks are asked for in the words of the form', () => {
  expect(questionForLostTicks(item, { state: 'unknown', candidate: null })).toBe(
    [
      'We could not see what you ticked under “6) Please choose the outcomes that you expect (more than one may be ticked).”: the marks were lost on the way.',
      'Please tell us which of these you choose:',
      '– Awareness programme, such as a workshop or a seminar',
      '– Training',
      '– Analysis report (technical or political)',
      '– Support for drafting regulations',
      '– Support for designing a policy or scheme',
      '– Developing systems or applications',
      '– Others (please say which)',
    ].join('\n'),
  );
});

test('weak evidence is asked about', () => {
  expect(questionForLostTicks(item, { state: 'unknown', candidate: ['training', 'systems'] })).toContain(
    'There are signs that you meant “Training” and “Developing systems or applications”. Is that right?',
  );
});

test('nothing is asked where nothing was lost', () => {
  expect(questionForLostTicks(item, { state: 'blank', candidate: null })).toBeNull();
  expect(questionForLostTicks(item, undefined)).toBeNull();
});
