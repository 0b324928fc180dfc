/**
 * The contribution of the Southern Seas Forum: four proposals, which clash with those of the Northern Islands Conference
 * in places that README.md lists. It holds a stale citation, a reference to a clause that is not there and a slip of
 * the pen in the name of a place, all of them planted.
 */
import { contributionBlocks, type Contribution } from '../house/contribution.ts';
import type { Edit, Revision } from '../house/legal-text.ts';
import { changedResolution, cleanResolution } from '../house/resolution.ts';
import { wordFile } from '../house/word.ts';
import { draftSsf1 } from '../texts/draft-ssf-1.ts';
import { resolution17 } from '../texts/resolution-17.ts';
import { resolution4 } from '../texts/resolution-4.ts';
import { resolution9 } from '../texts/resolution-9.ts';

const apia: Revision = { place: 'Apia', year: 2025, revised: true };

/** On Resolution 4. "recognizing f)" does not exist. */
export const ssfOnResolution4: Edit[] = [
  {
    add: 'that unlicensed use of satellite terminals has grown on islands where no operator offers a service',
    behind: 'recognizing b',
  },
  { in: 'resolves 2', change: [['every four years', 'each year']] },
  { in: 'resolves 4', change: [['before the Council', 'before the Council and shall be published']] },
  {
    in: 'resolves 5',
    change: [['voluntary contributions', 'contributions that their donors set aside for islands which they name']],
  },
  { drop: 'resolves 6' },
  {
    in: 'instructs the Secretary-General 1',
    change: [['regional organizations', 'regional organizations before the end of 2025']],
  },
  {
    in: 'instructs the Director of the Bureau for Development 2',
    change: [['on request, in', 'on request and in the order of their requests, in']],
  },
  {
    in: 'invites Member States 2',
    change: [['community networks from', 'community networks, in view of *recognizing* *f)*, from']],
  },
];

/** On Resolution 9. "Honaira" is a slip. */
export const ssfOnResolution9: Edit[] = [
  {
    in: 'considering a',
    change: [['the same person', 'the same person, who changes every few years']],
  },
  {
    add: 'that the training centre of Honaira, which served the southern administrations, was closed in 2023',
    behind: 'considering b',
  },
  {
    in: 'resolves 5',
    change: [['the sending administration', 'the sending and the receiving administration in equal parts']],
  },
  {
    in: 'instructs the Director of the Bureau for Development 1',
    change: [['courses and exchanges', 'courses, exchanges and visits']],
  },
  { in: 'invites Member States 1', change: [['four weeks', 'three weeks']] },
  { in: 'annex 2 b', change: [['twenty-six', 'fifty-two']] },
];

/** On Resolution 17, which the Northern Islands Conference would suppress. */
export const ssfOnResolution17: Edit[] = [
  { in: 'considering a', change: [['has tripled in ten years', 'has grown fourfold in fourteen years']] },
  {
    in: 'resolves 2',
    change: [['the operator and', 'the operator, the depth at which the cable is buried and']],
  },
  {
    in: 'resolves 3',
    change: [
      ['port authorities and,', 'port authorities, fishing associations and,'],
      ['to the public', 'to the public, and that entries not confirmed for two years shall be marked as such'],
    ],
  },
  { in: 'instructs the Council 1', change: [['of 2024', 'of 2028']] },
];

const contribution: Contribution = {
  code: 'PA25/15(Add.1)-E',
  document: 'Addendum 1 to Document 15-E',
  date: '30 June 2025',
  source: 'Member States of the Southern Seas Forum',
  title: 'Proposals for the work of the Assembly',
  preface: [
    'The Southern Seas Forum submits four proposals to the Plenipotentiary Assembly. They were agreed by correspondence in May 2025, after a workshop in Honiara, and no member of the Forum has opposed them.',
  ],
  proposals: [
    {
      action: 'MOD',
      reference: 'SSF/15A1/1#2201',
      bookmark: 'ssf_1',
      introduction: [
        'The members of the Southern Seas Forum have followed the work under Resolution~4 with great interest. Of the forty-four islands without any connection that the survey of 2021 counted, twenty-three lie in the Southern Seas.',
        'At the workshop that the Forum held in Honiara in March 2025, administrations asked above all for certainty: donors are more willing to give where they know which island their gift will reach, and plans are only useful where the figures behind them are of the same year.',
        'The workshop also heard of islands on which visitors bring satellite terminals of their own and sell access to them. The Forum would like the Assembly to take note of this.',
      ],
      proposal: ['The Southern Seas Forum proposes to revise Resolution~4 (Rev.~Suva, 2021) as follows.'],
      text: changedResolution(resolution4, { edits: ssfOnResolution4, revision: apia }),
    },
    {
      action: 'MOD',
      reference: 'SSF/15A1/2#2202',
      bookmark: 'ssf_2',
      introduction: [
        'The exchange of technical staff has proved its worth. Its rules, however, were written with administrations in mind that can spare somebody for a month or more, which those with two or three technical staff cannot do.',
        'Visits of one or two weeks, exchanges of up to a year for those who wish to specialize, and a fair division of the costs of travel would open the scheme to all. The conclusions of the Honiara workshop give the details.',
      ],
      proposal: ['The Southern Seas Forum proposes to revise Resolution~9 (Rev.~Suva, 2021) and its annex as follows.'],
      text: changedResolution(resolution9, { edits: ssfOnResolution9, revision: apia }),
    },
    {
      action: 'MOD',
      reference: 'SSF/15A1/3#2203',
      bookmark: 'ssf_3',
      introduction: [
        'Short cables across lagoons now outnumber those that cross the ocean, and they are damaged far more often. The register kept by the operators does not hold them, since most belong to councils of islands.',
        'Fishing associations have asked to be shown where cables lie. The Forum believes that the register of the Union is the place to do so, and that it should be continued.',
      ],
      proposal: ['The Southern Seas Forum proposes to revise Resolution~17 (Suva, 2021) as follows.'],
      text: changedResolution(resolution17, {
        edits: ssfOnResolution17,
        revision: apia,
        title: ['submarine cable landings', 'submarine and lagoon cables'],
      }),
    },
    {
      action: 'ADD',
      reference: 'SSF/15A1/4#2204',
      bookmark: 'ssf_4',
      introduction: [
        'Each year the operators of the region throw away some four hundred tonnes of equipment. Most of it cannot be repaired where it stands, and it costs too much to send it elsewhere.',
        'Workshops set up by young people in three Member States have shown that much can be saved with little money. The Forum proposes that the Union support them.',
      ],
      proposal: ['The Southern Seas Forum proposes to adopt the following new resolution.'],
      text: cleanResolution(draftSsf1),
    },
  ],
};

/** The Word file. */
export function ssfContribution(): Uint8Array {
  return wordFile({
    title: 'Proposals of the Southern Seas Forum',
    creator: 'Southern Seas Forum',
    date: '2025-06-30T07:30:00Z',
    code: contribution.code,
    authors: [{ name: 'SSF secretariat', date: '2025-06-03T11:05:00Z' }],
    blocks: contributionBlocks(contribution),
  });
}
