/** Sentences as they stand in documents of several organisations, with what is cited in each. */
import { expect, test } from 'vitest';
import { linesOfText } from '../testing/documents.ts';
import { findCitations } from './find.ts';

test.each([
  ['Resolutions 71 and 72 (Rev. Dubai, 2018), respectively', 'resolution PP 71 | resolution PP 72'],
  ['Resolutions 20 (Rev. Hyderabad, 2010), 37 of WTDC', 'resolution WTDC 20 | resolution WTDC 37'],
  [
    'WTDC-17 adopted Resolutions 15 and 40, WTSA-16 revised Resolution 44',
    'resolution WTDC 15 | resolution WTDC 40 | resolution WTSA 44',
  ],
  ['the Council, by its Resolution 1372 (2015), established a group', 'resolution Council 1372'],
  ['the Council, in Decision 584, set up a group', 'decision Council 584'],
  ['under Council-19 Decision 612', 'decision Council 612'],
  ['under Plenipotentiary Resolution 70', 'resolution PP 70'],
  ['under Resolution No. 71 (Rev. Dubai, 2018)', 'resolution PP 71'],
  ['under Resolution 646 (Rev.WRC-19)', 'resolution WRC 646'],
  ['draft new Resolution [EUR-2] of this conference', 'resolution ? EUR-2'],
  [
    'resolutions 56/183, 57/238 and 57/270 B of the General Assembly',
    'resolution UNGA 56/183 | resolution UNGA 57/238 | resolution UNGA 57/270 B',
  ],
  ['Security Council resolution 1325 (2000)', 'resolution UNSC 1325'],
  ['ECOSOC Resolution 2006/46', 'resolution ECOSOC 2006/46'],
  ['IMO resolution MSC.428(98)', 'resolution IMO MSC.428(98)'],
  ['documents A/68/884 and A/HRC/32/L.20', 'un-document UNGA A/68/884 | un-document UNGA A/HRC/32/L.20'],
  [
    'Recommendations ITU-T L.1000, L.1400 and L.1410',
    'recommendation ITU-T L.1000 | recommendation ITU-T L.1400 | recommendation ITU-T L.1410',
  ],
  ['Recommendation ITU-T E.164 and ITU-T X.1303bis', 'recommendation ITU-T E.164 | recommendation ITU-T X.1303bis'],
  [
    'Recommendation ITU-R M.1036-6 and Recommendation ITU-R BT.2020',
    'recommendation ITU-R M.1036-6 | recommendation ITU-R BT.2020',
  ],
  ['Article 50 of the Constitution and Article 33 of the Convention', 'article CS 50 | article CV 33'],
  ['Arts. 5 to 8 of the Constitution', 'article CS 5 | article CS 8'],
  ['Article 3.7 of the ITRs', 'article ITR 3.7'],
  ['Article 12 of the Paris Agreement', 'article ? 12'],
  ['Nos. 196–198 of the Convention', 'provision CV 196 | provision CV 198'],
  ['provisions 59D and 59E of the Constitution', 'provision CS 59D | provision CS 59E'],
  ['Nos. 5.340, 5.149 and 5.441A of the RR', 'provision RR 5.340 | provision RR 5.149 | provision RR 5.441A'],
  [
    'WSIS Action Lines C2, C4 to C7 and C11',
    'wsis-line WSIS C2 | wsis-line WSIS C4 | wsis-line WSIS C7 | wsis-line WSIS C11',
  ],
  ['SDGs 9, 11 and 16', 'sdg-goal SDG 9 | sdg-goal SDG 11 | sdg-goal SDG 16'],
  ['Sustainable Development Goal 4 and Goal 5', 'sdg-goal SDG 4 | sdg-goal SDG 5'],
  ['Goals 8 and 9 of the 2030 Agenda', 'sdg-goal SDG 8 | sdg-goal SDG 9'],
  [
    'SDG 9.c, and SDG 17 (17.6, 17.8)',
    'sdg-target SDG 9.c | sdg-goal SDG 17 | sdg-target SDG 17.6 | sdg-target SDG 17.8',
  ],
  ['SDG indicators 4.4.1 and 5.b.1', 'sdg-indicator SDG 4.4.1 | sdg-indicator SDG 5.b.1'],
  [
    'Question ITU-R 262/7 and Questions 3/2 and 6/1 of ITU-D',
    'question ITU-R 262/7 | question ITU-D 3/2 | question ITU-D 6/1',
  ],
  ['under Res 71 (Rev. Dubai, 2018) and Res. 72', 'resolution PP 71 | resolution ? 72'],
  [
    'the Health Assembly, in resolution WHA72.5 and Decision EB146(3)',
    'resolution WHO WHA72.5 | decision WHO EB146(3)',
  ],
  [
    'Decision (EU) 2017/899, Decision No 768/2008/EC and Recommendation (EU) 2021/1004',
    'decision EU (EU) 2017/899 | decision EU 768/2008/EC | recommendation EU (EU) 2021/1004',
  ],
  ['Goal 17, target 17.6 of the Sustainable Development Goals', 'sdg-goal SDG 17 | sdg-target SDG 17.6'],
  // Nothing is cited.
  ['Goal 2, target 2.1 of the strategic plan, in line with the SDGs', ''],
  ['Respect 71 and Results 5, of which Res only one', ''],
  ['the resolution of disputes in 2014, and a screen resolution 1920 by 1080', ''],
  ['the decision 3 years ago, and 5 decisions in 2018', ''],
  ['No. 1 priority, no. 5 in the list', ''],
  ['goal 5 of the strategic plan, and goal 2 and target 2.1 of the Connect 2030 Agenda', ''],
  ['target 1.1: by 2023, 65 per cent of households', ''],
  ['questions 1 and 2 below, Question 5 of the form', ''],
  ['recommendations 1 and 2 of the auditors', ''],
])('%s', (sentence, expected) => {
  const cited = findCitations(linesOfText(`as agreed, ${sentence}`));
  expect(cited.map(({ kind, body, number }) => `${kind} ${body ?? '?'} ${number}`).join(' | ')).toBe(expected);
});
