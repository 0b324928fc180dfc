/** Papers of missions as files to hand out. */
import type { Document } from '#formats/document/index.ts';
import { houseTemplate, writeDocx, type HouseTemplate } from '#formats/docx/write/index.ts';
import { typstSource } from '#formats/typst/index.ts';
import { printPdf } from '#platform/print/index.ts';

export type PaperFormat = 'docx' | 'pdf';

export interface PaperFile {
  name: string;
  /** Media type. */
  type: string;
  content: Uint8Array;
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A paper in a format; the same paper gives the same bytes. @throws Refusal `no-typesetter` where no PDF can be made */
export function paperFile(document: Document, format: PaperFormat, template: HouseTemplate = houseTemplate): PaperFile {
  return format === 'docx'
    ? { name: `${document.name}.docx`, type: word, content: writeDocx(document, template) }
    : { name: `${document.name}.pdf`, type: 'application/pdf', content: printPdf(typstSource(document, template)) };
}
