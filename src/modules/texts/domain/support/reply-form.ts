/**
 * The reply form on support as a Word document goes out by e-mail and comes back filled. Names of the content controls
 * carry what the answers belong to; the words of the table say the same, for programs that drop controls.
 */
import { plainStyle, type Block, type Cell, type Control, type Document, type Run } from '#formats/document/index.ts';
import { paragraphOf } from '../publish/index.ts';

export interface ReplyForm {
  /** Slug of the contribution in preparation. */
  preparation: string;
  /** "NIC/12A1". */
  contribution: string;
  title: string;
  /** "Plenipotentiary Assembly (Apia, 2025)". */
  conference: string;
  /** As printed: "1 June 2025". */
  replyBy: string;
  /** Printed in the field of the administration where it is known. */
  member: string | null;
  proposals: { reference: string; about: string }[];
}

/** How the names of the form's controls begin; the number is the version of the form. */
export const formName = 'throughline-support/1';

export const columnNames = ['Proposal', 'About', 'Supporting', 'Not supporting', 'Remark'] as const;

const words = (text: string, bold = false): Run => ({
  text,
  marks: [],
  style: { ...plainStyle, bold },
  link: null,
  note: null,
  control: null,
});

const cell = (block: Block): Cell => ({ blocks: [block], span: 1, continuesAbove: false, marks: [] });

/** The form as a document, for the writer of Word files. */
export function replyFormDocument(form: ReplyForm): Document {
  const controls: Control[] = [];
  let line = 0;
  const paragraph = (runs: Run[], style = 'Normal'): Block => ({ ...paragraphOf(style, runs), line: ++line });
  const inControl = (name: string, alias: string, kind: 'text' | 'checkbox', text: string): Run => {
    controls.push({
      tag: `${formName}/${form.preparation}/${name}`,
      alias,
      kind,
      checked: kind === 'checkbox' ? false : null,
      placeholder: kind === 'text' && form.member === null,
      text,
      lines: [line + 1, line + 1],
    });
    return { ...words(text), control: controls.length - 1 };
  };
  const empty = '                ';
  const blocks: Block[] = [
    paragraph([words('Reply on proposals for common support')], 'Title'),
    paragraph([words(`${form.contribution} – ${form.title}`)], 'Headingb'),
    paragraph([words(`For the ${form.conference}. Please answer by ${form.replyBy}. Nobody is bound by an answer.`)]),
    paragraph([words('Administration: ', true), inControl('member', 'Administration', 'text', form.member ?? empty)]),
    {
      kind: 'table',
      rows: [
        {
          header: true,
          marks: [],
          cells: columnNames.map((name) => cell(paragraph([words(name, true)], 'Tablehead'))),
        },
        ...form.proposals.map(({ reference, about }) => ({
          header: false,
          marks: [],
          cells: [
            cell(paragraph([words(reference)], 'Tabletext')),
            cell(paragraph([words(about)], 'Tabletext')),
            cell(paragraph([inControl(`${reference}/supporting`, 'Supporting', 'checkbox', '☐')], 'Tabletext')),
            cell(paragraph([inControl(`${reference}/not-supporting`, 'Not supporting', 'checkbox', '☐')], 'Tabletext')),
            cell(paragraph([inControl(`${reference}/remark`, 'Remark', 'text', empty)], 'Tabletext')),
          ],
        })),
      ],
    },
    paragraph([words('Name and function: ', true), inControl('name', 'Name and function', 'text', empty)]),
    paragraph([words('Date: ', true), inControl('date', 'Date', 'text', empty)]),
  ];
  return {
    media: 'docx',
    name: `Reply form ${form.contribution.replaceAll('/', '-')}.docx`,
    blocks,
    notes: [],
    comments: [],
    controls,
    bookmarks: [],
    margins: [],
    properties: { title: `Reply form ${form.contribution}` },
    remarks: [],
  };
}
