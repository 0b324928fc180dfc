import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CycleRole, movesFrom } from './cycle.ts';
import { chooseMove, isOpen, stageLabel } from './moves.ts';
import { usualSettings } from './usual.ts';

const { applications } = usualSettings('The Union');
const choose = (stage: string, to: string, roles: CycleRole[], reason = '') =>
  chooseMove(applications, stage, roles, { to, reason });

describe('a move', () => {
  test('is made by whom the workflow names', () => {
    expect(choose('draft', 'submitted', ['applicant'])).toMatchObject({
      move: { label: 'Send it in' },
      heldBack: false,
    });
    expect(choose('submitted', 'screened', ['applicant'])).toEqual({ move: null, why: 'not-yours' });
    expect(choose('draft', 'completed', ['secretariat'])).toEqual({ move: null, why: 'not-from-here' });
    expect(choose('gone', 'submitted', ['secretariat'])).toEqual({ move: null, why: 'not-from-here' });
  });

  test('needs a reason where the workflow asks for one; blanks are none', () => {
    expect(choose('draft', 'withdrawn', ['applicant'], ' \n')).toEqual({ move: null, why: 'reason-missing' });
    expect(choose('draft', 'withdrawn', ['applicant'], 'The project has ended.')).toMatchObject({ heldBack: false });
  });

  test('is held back for the secretariat only', () => {
    expect(choose('submitted', 'screened', ['secretariat'])).toMatchObject({ heldBack: true });
    const open = applications.map((stage) => ({
      ...stage,
      to: stage.to.map((move) => ({ ...move, who: CycleRole.options, heldBack: true })),
    }));
    expect(chooseMove(open, 'draft', ['applicant'], { to: 'submitted', reason: '' })).toMatchObject({
      heldBack: false,
    });
  });

  test('is chosen exactly when it is among the moves from there', () => {
    const keys = applications.map(({ key }) => key);
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.constantFrom(...keys),
        fc.subarray([...CycleRole.options]),
        (stage, to, roles) => {
          const listed = movesFrom(applications, stage, roles).some((move) => move.to === to);
          const { move } = chooseMove(applications, stage, roles, { to, reason: 'because' });
          expect(move !== null).toBe(listed);
        },
      ),
    );
  });
});

test('a stage has one name for staff and one for everybody else', () => {
  expect(stageLabel(applications, 'asked', true)).toBe('Waiting for the applicant');
  expect(stageLabel(applications, 'asked', false)).toBe('The secretariat has a question for you');
  expect(stageLabel(applications, 'no-more', false)).toBe('no-more');
  expect([isOpen(applications, 'draft'), isOpen(applications, 'submitted'), isOpen(applications, 'no-more')]).toEqual([
    true,
    false,
    false,
  ]);
});
