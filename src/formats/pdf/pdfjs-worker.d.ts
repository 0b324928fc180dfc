/** The part of pdfjs that reads files; it comes without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Serves requests for documents that arrive at this port. */
    initializeFromPort(port: MessagePort): void;
  };
}
