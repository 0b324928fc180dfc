import { refuse } from '#kernel/problem.ts';
import { readConfig } from '#platform/config/index.ts';
import { asDownload } from '#platform/http/index.ts';

/** A file of a form. */
export interface FormFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * The files that a form sent; a field without a chosen file sends one without name and content.
 * @throws Refusal `no-file` when there is none
 */
export async function filesOf(form: FormData, name: string): Promise<FormFile[]> {
  const files = form
    .getAll(name)
    .filter((value): value is File => value instanceof File && !(value.name === '' && value.size === 0));
  if (files.length === 0) refuse('no-file', 'Choose a file first.', '', { field: name });
  const most = readConfig().largestUpload;
  for (const file of files) {
    if (file.size > most) {
      refuse('too-large', `The file is larger than ${Math.round(most / 1024 / 1024)} MB.`, 'Split it.', {
        field: name,
        file: file.name,
      });
    }
  }
  return Promise.all(
    files.map(async (file) => ({ name: baseName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/** The name without folders, which some browsers send, and without characters that control or turn what follows. */
function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 200) || 'unnamed';
}

/** A Word file as the answer to a request: always a download. */
export function wordAnswer({ name, bytes }: FormFile): Response {
  return new Response(bytes.slice(), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': asDownload(name),
    },
  });
}

/** A text as the answer to a request: a download, whatever its format. */
export function textAnswer({
  name,
  type,
  content,
}: {
  name: string;
  type: string;
  content: Uint8Array | string;
}): Response {
  return new Response(typeof content === 'string' ? content : content.slice(), {
    headers: { 'Content-Type': type, 'Content-Disposition': asDownload(name), 'Content-Security-Policy': 'sandbox' },
  });
}
