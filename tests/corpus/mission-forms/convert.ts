/** LibreOffice as a program that people save and print forms with. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filledByLibreOffice } from '../judges/fill-form.ts';
import { inLibreOffice } from '../judges/libreoffice.ts';
import type { FormFile } from './form-file.ts';

const convert = `
Sub Main()
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  Dim source As String, target As String, name As String, doc As Object
  Open Environ("JUDGE_LIST") For Input As #1
  Do While Not Eof(1)
    Line Input #1, source
    Line Input #1, target
    Line Input #1, name
    filter(0).Value = name
    doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
    doc.storeToURL(ConvertToURL(target), filter())
    doc.close(True)
  Loop
  Close #1
End Sub
`;

const filters = { odt: 'writer8', docx: 'MS Word 2007 XML', pdf: 'writer_pdf_Export' } as const;

/** Files as they come back, by name; what LibreOffice makes is made in two starts and one for each that it fills. */
export function asSentBack(files: readonly FormFile[]): Map<string, Uint8Array> {
  const made = new Map(files.map(({ name, bytes }) => [name, bytes]));
  for (const { name, bytes, typed } of files) {
    if (typed !== undefined) made.set(name, filledByLibreOffice(bytes, typed.written, typed.ticked));
  }
  const converted = files.filter((file) => file.converted !== undefined);
  if (converted.length === 0) return made;
  return inLibreOffice(convert, (folder, run) => {
    const at = (name: string): string => path.join(folder, name);
    const steps = converted.flatMap(({ name, converted: to }) => {
      const filled = at(`${name}.filled.docx`);
      return to === 'odt'
        ? [filled, at(`${name}.odt`), filters.odt, at(`${name}.odt`), at(name), filters.docx]
        : [filled, at(name), filters.pdf];
    });
    for (const { name, bytes } of converted) writeFileSync(at(`${name}.filled.docx`), bytes);
    run(steps);
    for (const { name } of converted) made.set(name, new Uint8Array(readFileSync(at(name))));
    return made;
  });
}

/** Whether a file needs LibreOffice to come into being. */
export const isMade = ({ converted, typed }: FormFile): boolean => converted !== undefined || typed !== undefined;
