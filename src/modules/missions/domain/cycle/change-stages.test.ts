import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Workflow, type Stage } from './cycle.ts';
import { freeKey, loneStages, stageBefore, withoutStage, withStage } from './change-stages.ts';
import { usualSettings } from './usual.ts';

const { applications } = usualSettings('The Union');
const keys = (workflow: Workflow): string[] => workflow.map(({ key }) => key);
const stage = (key: string): Stage => ({ key, staffLabel: key, applicantLabel: key, open: false, to: [] });

test('a new stage stands where it is put, a changed one stays itself', () => {
  expect(keys(withStage(applications, stage('funds'), 'screened')).slice(2, 6)).toEqual([
    'asked',
    'screened',
    'funds',
    'circulated',
  ]);
  expect(keys(withStage(applications, stage('funds'), null))[0]).toBe('funds');
  expect(keys(withStage(applications, stage('asked'), 'submitted'))).toEqual(keys(applications));
  expect(stageBefore(applications, 'draft')).toBeNull();
  expect(stageBefore(applications, 'asked')).toBe('submitted');
});

test('a stage goes with the moves that led to it; what is left still fits the schema', () => {
  fc.assert(
    fc.property(fc.constantFrom(...keys(applications)), (key) => {
      const left = withoutStage(applications, key);
      expect(keys(left)).toEqual(keys(applications).filter((one) => one !== key));
      expect(Workflow.safeParse(left).success).toBe(true);
    }),
  );
});

test('keys are made of labels, and none twice', () => {
  expect(freeKey(applications, 'Waiting for funds!')).toBe('waiting-for-funds');
  expect(freeKey(applications, 'Asked')).toBe('asked-2');
  expect(freeKey(applications, '  42 ')).toBe('stage');
});

test('a stage that nothing leads to is told', () => {
  expect(loneStages(applications)).toEqual([]);
  expect(loneStages(withStage(applications, stage('funds'), 'screened')).map(({ key }) => key)).toEqual(['funds']);
});
