import { describe, expect, test } from 'vitest';
import { levelNameOf, levelNamesIn, levelsOfHeading } from './words.ts';

describe('levels that a heading names', () => {
  test.each([
    ['Strategic goals & targets', ['goal Strategic goal', 'target Target']],
    ['Sector-R Objectives, Outcomes and Outputs', ['objective Objective', 'outcome Outcome', 'output Output']],
    ['STRATEGIC PILLARS AND ACTION PLANS', ['pillar Strategic Pillar', 'action Action']],
    ['Enablers for the Secretariat', ['enabler Enabler']],
    ['Key Result Areas', ['result-area Key Result Area']],
    ['Main areas of work', ['area Main area of work']],
    ['Supported Objective(s)', ['objective Objective']],
    ['KPIs', ['kpi KPI']],
    ['Programs', ['programme Program']],
  ])('%s', (heading, expected) => {
    expect(levelsOfHeading(heading).map((level) => `${level.key} ${level.name}`)).toEqual(expected);
  });

  test.each([
    'Sustainable development goals and targets',
    'Resolutions and recommendations of the Assembly',
    'Linkage of objectives with the budget of the Union for the coming years',
    'Background',
    '',
  ])('“%s” names none', (heading) => {
    expect(levelsOfHeading(heading)).toEqual([]);
  });
});

test('names in running text leave foreign frameworks aside', () => {
  const names = levelNamesIn(
    'The following Strategic Pillars answer the Sustainable Development Goals and WSIS action lines',
  );
  expect(names.map(({ level }) => level.name)).toEqual(['Strategic Pillar']);
});

test('a name must be all of the words', () => {
  expect(levelNameOf('Strategic Objective')).toMatchObject({ key: 'objective', qualified: true, plural: false });
  expect(levelNameOf('Strategic Objective 1')).toBeNull();
});
