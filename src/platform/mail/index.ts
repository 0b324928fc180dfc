/**
 * Mail: composing messages and handing them to a mail server. What is shown before it leaves, what is downloaded and what
 * is sent are the same bytes. Nothing here knows why something is sent, or logs to whom.
 */
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';

export interface MailAttachment {
  name: string;
  media: string;
  bytes: Uint8Array;
}

export interface Mail {
  /** "Secretariat <office@example.int>". */
  from: string;
  /** One address. */
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** The same for the same message, so that a receiver can drop a twin. */
  messageId: string;
  date: Date;
  attachments: readonly MailAttachment[];
}

/** Why a message could not be handed over. */
export class MailFailure extends Error {
  /** Whether trying again may help: the server said "later", or could not be reached. */
  readonly passing: boolean;

  constructor(message: string, passing: boolean) {
    super(message);
    this.name = 'MailFailure';
    this.passing = passing;
  }
}

export interface Mailer {
  /** Hands a message over. @throws MailFailure */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Words for a header: one line without characters that control anything. Nothing can be added to the headers by them. */
export function headerWords(words: string): string {
  return words
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Whether words are one e-mail address and nothing else. */
export function isAddress(words: string): boolean {
  return (
    words.length <= 254 &&
    /^[^\s<>@,;:"()[\]\\\p{Cc}]+@[^\s<>@,;:"()[\]\\\p{Cc}]+\.[^\s<>@,;:"()[\]\\\p{Cc}.]+$/u.test(words)
  );
}

/** A message as it leaves, byte for byte (RFC 5322, MIME). The same message gives the same bytes. */
export function composed(mail: Mail): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: headerWords(mail.from),
    to: { name: headerWords(mail.to.name), address: headerWords(mail.to.address) },
    subject: headerWords(mail.subject),
    text: mail.text.replace(/\r\n?|\n/g, '\r\n'),
    messageId: mail.messageId,
    date: mail.date,
    attachments: mail.attachments.map(({ name, media, bytes }) => ({
      filename: headerWords(name),
      contentType: headerWords(media),
      content: Buffer.from(bytes),
    })),
    // Nothing but the bytes given is ever read.
    disableFileAccess: true,
    disableUrlAccess: true,
    // Borders between the parts that depend on the message alone.
    baseBoundary: mail.messageId.replace(/[^\w]/g, '').slice(0, 40),
    headers: { 'Auto-Submitted': 'no' },
  });
  return composer.compile().build();
}

/** The address in "Name <name@example.int>" or "name@example.int". */
export function addressIn(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
}

/** A mail server by its address; it is asked when something is sent. */
export function openMailer(smtp: string): Mailer {
  const transport = createTransport({
    url: smtp,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    logger: false,
  });
  return {
    async send(mail) {
      const raw = Buffer.from(await composed(mail));
      try {
        const told = await transport.sendMail({
          envelope: { from: addressIn(mail.from), to: [headerWords(mail.to.address)] },
          raw,
        });
        if (told.rejected.length > 0) throw new MailFailure('The mail server refused the address.', false);
      } catch (cause) {
        throw failureOf(cause);
      }
    },
    close: () => transport.close(),
  };
}

/** What a mail server said, in words: permanent refusals (5xx) against all that may pass (RFC 5321, 4.2.1). */
function failureOf(cause: unknown): MailFailure {
  if (cause instanceof MailFailure) return cause;
  const { responseCode, code, response } = cause as { responseCode?: number; code?: string; response?: string };
  if (responseCode !== undefined) {
    const said = headerWords(response ?? String(responseCode)).slice(0, 300);
    // 535 and the like: our own name and password are wrong, which says nothing about the receiver.
    const ours = code === 'EAUTH';
    return new MailFailure(
      ours ? 'The mail server did not let us in.' : `The mail server answered: ${said}`,
      ours || responseCode < 500,
    );
  }
  return new MailFailure(`The mail server could not be used (${headerWords(code ?? 'no answer').slice(0, 60)}).`, true);
}
