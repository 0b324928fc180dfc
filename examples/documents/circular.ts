/** A circular of the secretariat to its staff: a kind of document that the workbench does not know. */
import { blank, gridTable, paragraph, paragraphs } from '../house/content.ts';
import { wordFile } from '../house/word.ts';

/** The Word file. */
export function circular(): Uint8Array {
  return wordFile({
    title: 'Parking at headquarters',
    creator: 'OCU Building Services',
    date: '2026-05-04T01:00:00Z',
    blocks: [
      ...paragraphs('Letterhead', '**OCEANIC COMMUNICATIONS UNION**', 'Building Services'),
      blank,
      paragraph(null, '**Circular 2026/11: Parking during the repair of the forecourt**'),
      ...paragraphs(
        null,
        'The forecourt will be repaired from Monday, 18 May, to Friday, 29 May 2026. Cars cannot stand there in these two weeks. Bicycles can, along the north wall.',
        'Colleagues who come by car are asked to use the places below. Keys of the gate at the harbour are kept at the reception and must be returned the same day.',
      ),
      gridTable(
        [3638, 2000, 4000],
        ['Where', 'Cars', 'Open'],
        [
          ['Harbour, behind the customs shed', '18', '6:30 to 19:00, gate locked'],
          ['School of Trades', '10', 'after 15:30 only'],
          ['Old market', '25', 'at all times, on the grass'],
        ],
      ),
      blank,
      ...paragraphs(
        null,
        'The place for persons with disabilities moves to the side entrance in Breakwater Lane. The ramp there was widened last month.',
        'Deliveries should be announced to the reception a day ahead. We apologize for the noise and the dust; the workers have promised not to begin before eight.',
        'Building Services',
      ),
    ],
  });
}
