import { describe, expect, test } from 'vitest';
import { brokenCode, proposalCode } from './codes.ts';

describe('code lines', () => {
  test.each([
    ['MOD\tOCP/12A1/9#48507', 'MOD', 'OCP/12A1/9', '48507', 12, 1, 9],
    ['NOC\tEUR/48A2/1', 'NOC', 'EUR/48A2/1', null, 48, 2, 1],
    ['ADD*\tRCC/62/1', 'ADD', 'RCC/62/1', null, 62, null, 1],
    ['(MOD)\tIAP/63A12/3', 'MOD', 'IAP/63A12/3', null, 63, 12, 3],
    ['SUP*  ABC/DEF/23/4 ', 'SUP', 'ABC/DEF/23/4', null, 23, null, 4],
    ['MOD\u00a0AFCP/55A1C1/2', 'MOD', 'AFCP/55A1C1/2', null, 55, 1, 2],
    ['MOD\tEUR/XX/1', 'MOD', 'EUR/XX/1', null, null, null, 1],
    ['\tMOD\tARB/9A20A1/7', 'MOD', 'ARB/9A20A1/7', null, 9, 20, 7],
  ])('%j', (text, action, reference, externalId, document, addendum, serial) => {
    expect(proposalCode(text)).toMatchObject({ action, reference, externalId, document, addendum, serial });
  });

  test('several codes on one line', () => {
    expect(proposalCode('MOD\tOCP/27A3/2 ARB/79A1/5')).toMatchObject({
      reference: 'OCP/27A3/2',
      others: ['ARB/79A1/5'],
    });
  });

  test.each([
    ['MOD\tOCP/64A1/5 and 6', ['OCP/64A1/6']],
    ['SUP\tOCP/64A1/5, 6 & 7', ['OCP/64A1/6', 'OCP/64A1/7']],
    ['NOC\tOCP/64A1/5-8', ['OCP/64A1/8']],
    ['MOD\tOCP/64A1/5 and ARB/7/1', ['ARB/7/1']],
  ])('several serial numbers on one line: %j', (text, others) => {
    expect(proposalCode(text)).toMatchObject({ serial: 5, others });
  });

  test('a line broken after the action', () => {
    expect(brokenCode('MOD', 'EUR/16A1/2')).toMatchObject({ action: 'MOD', reference: 'EUR/16A1/2' });
    expect(brokenCode('MODEL', 'EUR/16A1/2')).toBeNull();
  });

  test.each([
    'MOD',
    'the MOD of OCP/12A1/1',
    'Proposal OCP/12A1/9 - Summary:',
    'ADD 12 ships',
    'MOD\tOCP/12A1',
    'MOD\tOCP/12A1/3 6 ships',
  ])('%j is none', (text) => {
    expect(proposalCode(text)).toBeNull();
  });
});
