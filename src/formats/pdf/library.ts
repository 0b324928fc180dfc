/**
 * Opens files with pdfjs. Nothing is drawn, run or fetched: pictures are left out before they are decoded, scripts are
 * not even loaded, and the only files pdfjs reads by itself are its own character maps.
 *
 * Both halves of pdfjs work in this thread, joined by a message channel. Messages of a channel arrive as tasks, not as
 * microtasks like those of pdfjs' own stand-in for a worker, so a file made to keep pdfjs busy cannot stop the clock.
 */
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { refuse } from '#kernel/problem.ts';
import { inTime, type Clock } from './limits.ts';
import { refuseDamaged } from './refusals.ts';
import type { Operators } from './rules.ts';

/** A file opened. */
export interface Session {
  document: PDFDocumentProxy;
  /** Numbers of the drawing operators by name. */
  operators: Operators;
  /** Ends all work on the file, also work that hangs. */
  close(): Promise<void>;
}

export interface Opening {
  bytes: Uint8Array;
  name: string;
  clock: Clock;
  /** Fail on a damaged page instead of passing over what cannot be read on it. */
  strict: boolean;
}

/** @throws Refusal when the file is damaged, closed by a password, or takes too long. */
export async function openSession({ bytes, name, clock, strict }: Opening): Promise<Session> {
  const [library, { WorkerMessageHandler }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  const { port1: near, port2: far } = new MessageChannel();
  WorkerMessageHandler.initializeFromPort(far);
  // The type asks for a Worker, but only its messages are used.
  const worker: PDFWorker = library.PDFWorker.create({ port: near as unknown as Worker, verbosity: 0 });
  near.start();
  far.start();
  let task: PDFDocumentLoadingTask | null = null;
  // An open port would keep the process alive.
  const close = async (): Promise<void> => {
    if (task !== null) await inTime(task.destroy(), 1000);
    worker.destroy();
    near.close();
    far.close();
  };
  try {
    task = library.getDocument({
      data: new Uint8Array(bytes), // a copy, for pdfjs takes the bytes away from its caller
      worker,
      verbosity: 0,
      stopAtErrors: strict,
      maxImageSize: 0,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      enableXfa: false,
      fontExtraProperties: true, // the names of fonts
      ...characterMaps(),
    });
    const document = await clock.wait(task.promise.catch((error: unknown) => refuseOpening(error, name)));
    return { document, operators: library.OPS, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function refuseOpening(error: unknown, name: string): never {
  const kind = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (kind === 'PasswordException') {
    refuse('password', 'The PDF is closed by a password.', 'Save it without a password and send that file.', {
      file: name,
    });
  }
  refuseDamaged(message, name);
}

/** Where pdfjs keeps the character maps of fonts that are not embedded (Chinese, Japanese, Korean). */
function characterMaps(): { cMapUrl: string; cMapPacked: boolean } {
  const path = decodeURIComponent(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json')).pathname);
  return { cMapUrl: /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path, cMapPacked: true };
}
