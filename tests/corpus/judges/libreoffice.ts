/**
 * LibreOffice, where it is installed: opens Word files, rejects or accepts all revisions and writes the text. A macro
 * in a profile of its own does it, many files in one start.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Side } from '#formats/document/index.ts';

export const libreOffice: string | null = version();

function version(): string | null {
  try {
    return execFileSync('soffice', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

const judge = `
Sub Main()
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim asText(0) As New com.sun.star.beans.PropertyValue
  asText(0).Name = "FilterName"
  asText(0).Value = "Text (encoded)"
  Dim nothingMore()
  Dim verbs(1) As String
  verbs(0) = ".uno:RejectAllTrackedChanges"
  verbs(1) = ".uno:AcceptAllTrackedChanges"
  Dim helper As Object, doc As Object
  Dim source As String, k As Integer
  helper = CreateUnoService("com.sun.star.frame.DispatchHelper")
  Open Environ("JUDGE_LIST") For Input As #1
  Do While Not Eof(1)
    Line Input #1, source
    For k = 0 To 1
      doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
      If Not IsNull(doc) Then
        helper.executeDispatch(doc.CurrentController.Frame, verbs(k), "", 0, nothingMore())
        doc.storeToURL(ConvertToURL(source & "." & k & ".txt"), asText())
        doc.close(True)
      End If
    Next k
  Loop
  Close #1
End Sub
`;

/** A module of LibreOffice's own Basic. */
const moduleOf = (basic: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
${basic.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</script:module>
`;

/**
 * Runs `Sub Main()` of a macro in a profile of its own; what it works on stands, line by line, in the file that
 * `JUDGE_LIST` names.
 * @param work is given the folder to put files into, and what starts the macro
 */
export function inLibreOffice<T>(
  basic: string,
  work: (folder: string, run: (lines: readonly string[]) => void) => T,
): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-judge-'));
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const list = path.join(folder, 'list.txt');
  const start = (argument: string): void => {
    execFileSync('soffice', [profile, '--headless', '--norestore', argument], {
      stdio: 'ignore',
      timeout: 240_000,
      env: { ...process.env, JUDGE_LIST: list },
    });
  };
  try {
    start('--terminate_after_init');
    writeFileSync(path.join(folder, 'profile/user/basic/Standard/Module1.xba'), moduleOf(basic));
    writeFileSync(path.join(folder, 'profile/user/basic/Standard/script.xlb'), library);
    return work(folder, (lines) => {
      writeFileSync(list, lines.join('\n'));
      start('macro:///Standard.Module1.Main');
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of both sides of each file, by name; files that LibreOffice does not open are left out. */
export function libreOfficeTexts(files: ReadonlyMap<string, Uint8Array>): Map<string, Record<Side, string>> {
  return inLibreOffice(judge, (folder, run) => {
    const names = [...files.keys()];
    const places = names.map((_, index) => path.join(folder, `${index}.docx`));
    [...files.values()].forEach((bytes, index) => writeFileSync(places[index]!, bytes));
    run(places);
    const texts = new Map<string, Record<Side, string>>();
    names.forEach((name, index) => {
      const [base, proposed] = [0, 1].map((side) => `${places[index]}.${side}.txt`);
      if (base === undefined || proposed === undefined || !existsSync(base) || !existsSync(proposed)) return;
      texts.set(name, { base: readText(base), proposed: readText(proposed) });
    });
    return texts;
  });
}

const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`;

function readText(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
}
