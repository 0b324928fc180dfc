import { describe, expect, test } from 'vitest';
import { collectEvidence } from './evidence.ts';
import { seamsIn } from './facts.ts';
import { runsWith } from './seams.ts';

function split(text: string): string {
  return runsWith(text, seamsIn(text, collectEvidence([text])))
    .map(({ text, change }) => (change === 'same' ? text : change === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('two words side by side of which one can stand', () => {
  test.each([
    ['a plan for of the harbours', 'a plan [-for-]{+ of+} the harbours'],
    ['to invite some all members', 'to invite [-some-]{+ all+} members'],
    ['within 6 9 months of the session', 'within [-6-]{+ 9+} months of the session'],
    ['the regional region office', 'the regional region office'],
    ['to serve each region regions fairly', 'to serve each [-region-]{+ regions+} fairly'],
    ['that have been adopted revised by the Council', 'that have been [-adopted-]{+ revised+} by the Council'],
    ['the surveys reports of the Bureau', 'the [-surveys-]{+ reports+} of the Bureau'],
  ])('%j', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  test.each([
    'instead of for the harbours',
    'the work called for by the Council and paid for in part',
    'the state of the harbours taken care of by members',
    'with clause 6 9 members agreed',
    'from 10 000 metres on',
    'in 2015 20 members agreed',
    'the costs shall be calculated based on figures',
    'requirements that are considered unauthorized for use',
    'the telecommunications networks of the islands',
    'the customs duties of the islands, the means tests for aid',
    'it promotes surveys of the reefs',
    'to plan planned work',
  ])('%j is whole', (text) => {
    expect(split(text)).toBe(text);
  });
});

describe('two words grown together', () => {
  test.each([
    ['by bywith the office', 'by [-by-]{+with+} the office'],
    ['to renameing the office', 'to renam[-e-]{+ing+} the office'],
    ['it was discussinged there', 'it was discuss[-ing-]{+ed+} there'],
  ])('%j', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  test.each(['to repositioned beacons', 'the roundtables and handrails', 'into within upon therefore'])(
    '%j is whole',
    (text) => {
      expect(split(text)).toBe(text);
    },
  );
});
