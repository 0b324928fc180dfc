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

const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Judge()
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
        doc.storeToURL(ConvertToURL(source &amp; "." &amp; k &amp; ".txt"), asText())
        doc.close(True)
      End If
    Next k
  Loop
  Close #1
End Sub
</script:module>
`;

/** The text of both sides of each file, by name; files that LibreOffice does not open are left out. */
export function libreOfficeTexts(files: ReadonlyMap<string, Uint8Array>): Map<string, Record<Side, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-judge-'));
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const run = (...args: string[]): void => {
    execFileSync('soffice', [profile, '--headless', '--norestore', ...args], {
      stdio: 'ignore',
      timeout: 240_000,
      env: { ...process.env, JUDGE_LIST: path.join(folder, 'list.txt') },
    });
  };
  try {
    run('--terminate_after_init');
    writeFileSync(path.join(folder, 'profile/user/basic/Standard/Module1.xba'), macro);
    writeFileSync(path.join(folder, 'profile/user/basic/Standard/script.xlb'), library);
    const names = [...files.keys()];
    const places = names.map((_, index) => path.join(folder, `${index}.docx`));
    [...files.values()].forEach((bytes, index) => writeFileSync(places[index]!, bytes));
    writeFileSync(path.join(folder, 'list.txt'), places.join('\n'));
    run('macro:///Standard.Module1.Judge');
    const texts = new Map<string, Record<Side, string>>();
    names.forEach((name, index) => {
      const [base, proposed] = [0, 1].map((side) => `${places[index]}.${side}.txt`);
      if (base === undefined || proposed === undefined || !existsSync(base) || !existsSync(proposed)) return;
      texts.set(name, { base: readText(base), proposed: readText(proposed) });
    });
    return texts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
