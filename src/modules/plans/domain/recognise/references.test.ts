import { describe, expect, test } from 'vitest';
import { referencesIn } from './references.ts';

const found = (text: string): string[] =>
  referencesIn(text).found.map(({ to }) =>
    [to.scheme, to.body, to.code].filter((part) => part !== undefined).join(' '),
  );

describe('references', () => {
  test('resolutions by body, before and after the list, revisions left aside', () => {
    expect(
      found('PP Resolutions 5, 7 (Rev. Busan, 2014) and 9 and WTDC Resolution 11 will support Output 1.1'),
    ).toEqual(['resolution PP 5', 'resolution PP 7', 'resolution PP 9', 'resolution WTDC 11']);
    expect(found('Resolutions 30 and 37 (Rev. Dubai, 2014) of WTDC')).toEqual([
      'resolution WTDC 30',
      'resolution WTDC 37',
    ]);
    expect(found('Resolution 140 of the Plenipotentiary Conference')).toEqual(['resolution PP 140']);
    expect(found('Resolution 4')).toEqual(['resolution 4']);
  });

  test('resolutions of other bodies and UN symbols are not read as ours', () => {
    const { found, foreign } = referencesIn('WTSA Resolution 44, 45 and General Assembly Resolution 70/1');
    expect(found).toEqual([]);
    expect(foreign).toEqual(['44', '45']);
  });

  test('action lines with ranges', () => {
    expect(found('WSIS Action Lines C1, C3 to C5 and C11')).toEqual([
      'wsis C1',
      'wsis C3',
      'wsis C4',
      'wsis C5',
      'wsis C11',
    ]);
    expect(found('vitamin C5 is not meant')).toEqual([]);
  });

  test('goals, targets and indicators', () => {
    expect(found('the following UN SDGs: 1 (targets 1.4, 1.5), 3 (target 3.D) and 17')).toEqual([
      'sdg-goal 1',
      'sdg-target 1.4',
      'sdg-target 1.5',
      'sdg-goal 3',
      'sdg-target 3.d',
      'sdg-goal 17',
    ]);
    expect(found('SDG Targets (indicator(s)): 4.A (4.A.1), 16.10, (16.10.2), 13.A(13.A.1)')).toEqual([
      'sdg-target 4.a',
      'sdg-indicator 4.a.1',
      'sdg-target 16.10',
      'sdg-indicator 16.10.2',
      'sdg-target 13.a',
      'sdg-indicator 13.a.1',
    ]);
    expect(found('SDG 9: Industry; SDG 11 and SDG 12')).toEqual(['sdg-goal 9', 'sdg-goal 11', 'sdg-goal 12']);
    expect(found('SDG 18 and SDG 0')).toEqual([]);
  });

  test('slips in the list', () => {
    const slips = referencesIn('PP Resolutions 5, 7, 5 and WTDC Resolutions 10 11, 12; SDG target 5b');
    expect(slips.repeated).toEqual(['PP 5']);
    expect(slips.unseparated).toEqual(['10 11']);
    expect(slips.found.filter(({ irregular }) => irregular !== null).map(({ to }) => to.code)).toEqual(['5.b']);
  });
});
