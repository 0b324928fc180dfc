import { exportRegister } from '#modules/trace/server/index.ts';
import { asDownload } from '#platform/http/index.ts';
import type { RequestHandler } from './$types';

/** Everything the viewer may see, one JSON line a record, sent as it is read. */
export const GET: RequestHandler = ({ locals }) => {
  const records = exportRegister(locals.context);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await records.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    async cancel() {
      await records.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': asDownload('throughline.jsonl'),
    },
  });
};
