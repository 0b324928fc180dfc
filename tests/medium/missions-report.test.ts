/** The report of a cycle from a real database, and reminders that wait in the outbox. */
import { expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import { openMessages } from '#modules/post/server/index.ts';
import { useDatabase } from '../../src/testing/database.ts';
import { missionsIn, refusal } from './missions-made.ts';

const database = useDatabase();
const { ids, count, staff, opened, now, underWay } = missionsIn(database);

const reportOf = async (): Promise<string[]> => {
  const { slug } = (await missions.cycles(staff())).find(({ id }) => id === ids.cycle)!;
  const file = await missions.cycleReportFile(staff(), slug, 'docx');
  return linesOf(readDocx(file.content, file.name)).map(({ text }) => text);
};
const moveRequest = async (slug: string, to: string, reason: string): Promise<void> => {
  const { application } = await missions.application(staff(), slug);
  await missions.moveApplication(staff(), slug, application.version, to, { reason });
};

test('a request that was not taken up stands there with its reason; a decision that is not told does not', async () => {
  await opened();
  const withdrawn = `request-${count.opened}`;
  await moveRequest(withdrawn, 'withdrawn', 'A donor pays for it already');
  await opened();
  const undecided = `request-${count.opened}`;
  await moveRequest(undecided, 'circulated', 'The offer fell through');
  await moveRequest(undecided, 'declined', 'BAIT-NOT-TOLD-YET');
  const said = (await reportOf()).join('\n');
  expect(said).toContain('A donor pays for it already');
  expect(said).toContain('1 request was not taken up.');
  expect(said).not.toContain('BAIT-NOT-TOLD-YET');
});

test('dates against plan, and costs by payer', async () => {
  const slug = await underWay();
  await missions.addMilestone(staff(), slug, await now(slug), { kind: 'final-report', what: '', on: '2027-02' });
  await missions.moveMilestone(staff(), slug, await now(slug), 'step-2', { to: '2027-02-20', reason: 'A cyclone' });
  await missions.doneMilestone(staff(), slug, await now(slug), 'step-2', '2027-02-25');
  const lines = await reportOf();
  expect(lines).toContain('planned: February 2027');
  expect(lines).toContain('there: 25 February 2027');
  expect(lines).toContain('1 of 2 done, 1 moved');
  expect(lines).toContain('The offering organisation');
});

test('one reminder waits for each organisation of which something is due; writing again replaces it', async () => {
  const slug = await opened();
  await missions.writeAgreement(staff(), slug, await now(slug), '');
  await expect(missions.remindOfDuties(staff(), slug)).rejects.toMatchObject(refusal('nothing-due'));
  const later = staff('2027-04-10');
  expect(await missions.remindOfDuties(later, slug)).toBe(2);
  expect(await missions.remindOfDuties(later, slug)).toBe(2);
  const { mission } = await missions.mission(staff(), slug);
  const waiting = await openMessages(later, { kind: 'mission', id: mission.id });
  expect(waiting).toHaveLength(2);
  expect(new Set(waiting.map(({ kind, organisation }) => `${kind} ${organisation}`))).toEqual(
    new Set([`mission-reminder ${ids.ministry}`, `mission-reminder ${ids.institute}`]),
  );
});
