/** LibreOffice as somebody who fills a form: writes over prompts, ticks boxes, saves as a Word document. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inLibreOffice } from './libreoffice.ts';

const fill = `
Sub Main()
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim asWord(0) As New com.sun.star.beans.PropertyValue
  asWord(0).Name = "FilterName"
  asWord(0).Value = "MS Word 2007 XML"
  Dim source As String, target As String, words As String, cut As Integer
  Dim doc As Object, search As Object, found As Object
  Open Environ("JUDGE_LIST") For Input As #1
  Line Input #1, source
  Line Input #1, target
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  Do While Not Eof(1)
    Line Input #1, words
    cut = InStr(words, " => ")
    If cut > 0 Then
      search = doc.createSearchDescriptor()
      search.SearchString = Left(words, cut - 1)
      found = doc.findFirst(search)
      If Not IsNull(found) Then found.setString(Mid(words, cut + 4))
    Else
      Tick(doc, words)
    End If
  Loop
  Close #1
  doc.storeToURL(ConvertToURL(target), asWord())
  doc.close(True)
End Sub

Sub Tick(doc As Object, label As String)
  Dim paragraphs As Object, paragraph As Object, portions As Object, portion As Object, cursor As Object
  paragraphs = doc.Text.createEnumeration()
  Do While paragraphs.hasMoreElements()
    paragraph = paragraphs.nextElement()
    If paragraph.supportsService("com.sun.star.text.Paragraph") Then
      If InStr(paragraph.getString(), label) > 0 Then
        portions = paragraph.createEnumeration()
        Do While portions.hasMoreElements()
          portion = portions.nextElement()
          If portion.TextPortionType = "ContentControl" Then
            If portion.ContentControl.Checkbox Then
              ' A click changes both, the property alone leaves the glyph as it is.
              portion.ContentControl.Checked = True
              cursor = portion.ContentControl.createTextCursor()
              cursor.gotoEnd(True)
              cursor.setString(Chr(9746))
            End If
          End If
        Loop
      End If
    End If
  Loop
End Sub
`;

/**
 * The form as LibreOffice saves it.
 * @param written what stands in the form, the first place of it, and what is written there instead
 * @param ticked words of options
 */
export function filledByLibreOffice(
  form: Uint8Array,
  written: readonly (readonly [before: string, after: string])[],
  ticked: readonly string[],
): Uint8Array {
  return inLibreOffice(fill, (folder, run) => {
    const [source, target] = ['form.docx', 'filled.docx'].map((name) => path.join(folder, name)) as [string, string];
    writeFileSync(source, form);
    run([source, target, ...written.map(([before, after]) => `${before} => ${after}`), ...ticked]);
    return new Uint8Array(readFileSync(target));
  });
}
