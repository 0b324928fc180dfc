/** The experts of a plan: names and organisations only. Telephone numbers and addresses are not read. */
import { isBlank } from '#formats/document/index.ts';
import { withheldMark } from '#kernel/contacts.ts';
import type { AssistancePlan, Finding, Media } from '#kernel/reading/index.ts';
import type { FormLine } from '../form-lines.ts';
import type { Slot } from '../slots.ts';
import { expertTable, isHint, isPlaceholder } from './form.ts';
import type { PlanField } from './vocabulary.ts';

type Expert = AssistancePlan['experts'][number];

export interface ReadExperts {
  experts: Expert[];
  placed: number[];
  findings: Finding[];
}

/** Reads a table, "Name: …" blocks, or one expert a line. */
export function readExperts(lines: readonly FormLine[], slot: Slot<PlanField> | undefined, media: Media): ReadExperts {
  const result: ReadExperts = { experts: [], placed: [], findings: [] };
  if (slot === undefined) return result;
  const below = slot.answer.flatMap((index) => lines[index] ?? []);
  const table = expertTable(below, media);
  if (table === null) return fromLines(lines, slot);
  for (const one of table.headerLines) result.placed.push(one);
  for (const row of table.rows) {
    const name = row.cells[table.name]?.text ?? '';
    const organisation = row.cells[table.organisation]?.text ?? '';
    if (isPlaceholder(name)) continue;
    result.experts.push({ name, organisation: isPlaceholder(organisation) ? '' : organisation });
    for (const one of row.lines) result.placed.push(one);
  }
  return result;
}

function fromLines(lines: readonly FormLine[], slot: Slot<PlanField>): ReadExperts {
  const result: ReadExperts = { experts: [], placed: [], findings: [] };
  const inline = slot.inline === null ? null : listed(slot.inline);
  if (inline !== null) result.experts.push(inline);
  for (const index of slot.answer) {
    const line = lines[index];
    if (line === undefined || isHint(line) || isPlaceholder(line.words)) continue;
    const labelled = /^([\p{L} /-]{3,30}):\s*(\S.*)?$/u.exec(line.words);
    const expert = labelled === null ? listed(line.words) : null;
    if (labelled !== null) fromLabel(labelled[1] ?? '', labelled[2] ?? '', result);
    if (expert !== null) result.experts.push(expert);
    if (labelled !== null || expert !== null) result.placed.push(line.number);
  }
  const unnamed = result.experts.filter((expert) => expert.organisation === '').length;
  const first = lines[slot.asked[0] ?? -1]?.number;
  if (unnamed > 0 && first !== undefined) {
    const message = `The organisation of ${unnamed} of the experts was not found.`;
    result.findings.push({ rule: 'expert-organisation-missing', level: 'info', lines: [first, first], message });
  }
  return result;
}

/** "Name: …" begins an expert, "Organisation: …" belongs to the last one, contacts are passed over. */
function fromLabel(label: string, value: string, result: ReadExperts): void {
  if (/\bname\b|\bexpert\b/iu.test(label) && !isBlank(value)) result.experts.push({ name: value, organisation: '' });
  const last = result.experts.at(-1);
  if (last !== undefined && /\b(?:organi[sz]ation|institution|company|affiliation|agency)\b/iu.test(label))
    last.organisation = value;
}

const role =
  /\b(?:director|officer|manager|engineer|consultant|adviser|advisor|expert|specialist|professor|head|chief|analyst|lecturer|researcher|coordinator|secretary)\b/iu;

/** "1. Ms Ana Moana, Oceanic Institute, …" */
function listed(words: string): Expert | null {
  // "Ms Ana Moana (Reef Bank)": what stands in brackets at the end is said of the name.
  const parts = words
    .replace(/\s*\(([^()]{2,80})\)\.?$/u, ', $1')
    .split(/\s*[,;|\t]\s*|\s[–-]\s/u)
    .map((part) => part.replace(/^(?:e-?mail|tel\w*|phone|mobile|fax)\b[.:]?\s*/iu, '').trim())
    .filter((part) => part !== '' && !part.includes(withheldMark));
  const [name = '', ...rest] = parts;
  if (
    !/^(?:(?:mr|mrs|ms|miss|dr|prof|eng)\b\.?\s*)?\p{Lu}[\p{L}.'’-]*(?:\s\p{L}[\p{L}.'’-]*){0,5}$/iu.test(name) ||
    name.length > 60
  )
    return null;
  return { name, organisation: rest.find((part) => !role.test(part)) ?? '' };
}
