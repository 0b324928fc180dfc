import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { Refusal, refuse } from '#kernel/problem.ts';
import { projectRoot, type Config } from '#platform/config/index.ts';
import { securityHeaders } from '#platform/http/index.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void;

/** The name of the header that tells the pages' handler the protocol; always set here, whatever the client sends. */
const protocolHeader = 'x-throughline-protocol';

/**
 * Serves the built pages, compressed. Behind a trusted proxy, protocol, host and address are taken from its headers.
 * @throws Refusal when the pages were not built or the port is taken
 */
export async function listen(config: Config): Promise<{ server: Server; address: string }> {
  const built = path.join(projectRoot, 'build', 'handler.js');
  if (!existsSync(built)) refuse('not-built', 'The pages are not built.', 'Run "npm run build", or "npm start".');
  process.env['BODY_SIZE_LIMIT'] = String(config.largestUpload);
  process.env['PROTOCOL_HEADER'] = config.trustProxy ? 'x-forwarded-proto' : protocolHeader;
  if (config.trustProxy) {
    process.env['HOST_HEADER'] = 'x-forwarded-host';
    process.env['ADDRESS_HEADER'] = 'x-forwarded-for';
  }
  const { handler } = (await import(pathToFileURL(built).href)) as { handler: Handler };
  const compress = compression();
  const server = createServer((request, response) => {
    // Set here, they are on assets and on the answers of the framework too.
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (!config.trustProxy) request.headers[protocolHeader] = 'http';
    compress(request as never, response as never, () => handler(request, response));
  });
  server.requestTimeout = 300_000;
  server.headersTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message =
        error.code === 'EADDRINUSE'
          ? `Port ${config.port} is taken.`
          : `The workbench cannot listen: ${error.message}.`;
      reject(new Refusal({ code: 'port-taken', message, remedy: 'Name another port in PORT.', place: {} }));
    });
    server.listen(config.port, config.host, resolve);
  });
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return { server, address: `http://${host}:${port}/` };
}
