/** Track record: missions finished, and what their evaluations said. It rests on the candidate's side alone. */
import { partOf, share, type Part } from './part.ts';
import { declared, passage, type Candidate } from './words.ts';

export function record(candidate: Candidate, most: number): Part {
  return partOf(
    'record',
    most,
    declared(candidate.fields, 'mission').map(({ field, said }) => ({
      points: share(most, said.grade === null ? 300 : 300 + 2 * said.grade, 1000),
      sentence:
        said.grade === null
          ? 'A mission was finished; no evaluation of it is known.'
          : `A mission was finished, and evaluated with ${said.grade} of 100.`,
      need: [],
      candidate: [passage(field)],
    })),
  );
}
