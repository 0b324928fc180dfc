/** A mail server of a test's own, on a free port of this computer, that keeps what it is given. */
import { SMTPServer } from 'smtp-server';

export interface Received {
  to: string[];
  from: string;
  /** As it came, headers and all. */
  raw: string;
}

export interface MailSink {
  /** "smtp://127.0.0.1:40123". */
  address: string;
  received: Received[];
  /** Says what is answered to a recipient: an SMTP code such as 550, or `null` to take it. */
  refuse: (address: string) => number | null;
  close(): Promise<void>;
}

export async function openMailSink(): Promise<MailSink> {
  const sink: MailSink = { address: '', received: [], refuse: () => null, close: async () => undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const code = sink.refuse(address);
      if (code === null) done();
      else done(Object.assign(new Error(`no mail for ${address}`), { responseCode: code }));
    },
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        sink.received.push({ from, to, raw: Buffer.concat(pieces).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const at = server.server.address();
  sink.address = `smtp://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`;
  sink.close = () => new Promise((resolve) => server.close(() => resolve()));
  return sink;
}
