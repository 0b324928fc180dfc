import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { refuse } from '#kernel/problem.ts';
import { projectRoot } from './root.ts';

/** Everything that is set from outside, read once at start. */
export interface Config {
  /** Where files, and the embedded database, are kept. */
  dataFolder: string;
  /** A PostgreSQL server to use; `null`: the embedded one. */
  databaseUrl: string | null;
  host: string;
  port: number;
  /** Take protocol, host and client address from a proxy's X-Forwarded headers. Only behind a proxy that sets them. */
  trustProxy: boolean;
  /** Largest upload in bytes. */
  largestUpload: number;
  logLevel: string;
  /** A mail server as an address ("smtps://name:password@host:465"); `null`: nothing is sent by itself. */
  smtp: string | null;
  /** Whom mail is from, as mail programs write it ("Secretariat <office@example.int>"). */
  mailFrom: string | null;
  /** Where people reach the workbench, for links in what is sent; `null`: mail names the page only. */
  publicAddress: string | null;
  /** Which organisation publishes in IATI: its identifier, code of OrganisationType, name; `null`: none does. */
  iati: { ref: string; type: number; name: string } | null;
}

/** User and group that the embedded database runs as when started by root, which PostgreSQL refuses to be. */
export const unprivileged = { uid: 65534, gid: 65534 };

/** @throws Refusal when a variable has a value that cannot be meant. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  return {
    dataFolder: path.resolve(environment['THROUGHLINE_DATA'] ?? defaultDataFolder()),
    databaseUrl: environment['DATABASE_URL'] ?? null,
    host: environment['HOST'] ?? '127.0.0.1',
    port: wholeNumber(environment, 'PORT', 3000, 0, 65535),
    trustProxy: environment['THROUGHLINE_TRUST_PROXY'] === '1',
    largestUpload: wholeNumber(environment, 'THROUGHLINE_LARGEST_UPLOAD_MB', 50, 1, 1000) * 1024 * 1024,
    logLevel: environment['THROUGHLINE_LOG'] ?? 'info',
    ...mailSettings(environment),
    publicAddress: givenAddress(environment, 'THROUGHLINE_ADDRESS', ['http:', 'https:'])?.replace(/\/$/, '') ?? null,
    iati: publisher(environment),
  };
}

/** "XM-OCU 40 Oceanic Communications Union": identifier, type, name. */
function publisher(environment: NodeJS.ProcessEnv): Config['iati'] {
  const given = environment['THROUGHLINE_IATI']?.trim() ?? '';
  if (given === '') return null;
  const [, ref, type, name] = /^([^\s/&|?]+)\s+(\d{2})\s+(\S.*)$/.exec(given) ?? [];
  if (ref === undefined || type === undefined || name === undefined) {
    return refuse(
      'bad-configuration',
      'THROUGHLINE_IATI is not identifier, type and name.',
      'Write it as "XM-EXAMPLE 40 Name of the organisation".',
      { field: 'THROUGHLINE_IATI' },
    );
  }
  return { ref, type: Number(type), name };
}

function mailSettings(environment: NodeJS.ProcessEnv): Pick<Config, 'smtp' | 'mailFrom'> {
  const smtp = givenAddress(environment, 'THROUGHLINE_SMTP', ['smtp:', 'smtps:']);
  const mailFrom = environment['THROUGHLINE_MAIL_FROM']?.trim() || null;
  if (mailFrom !== null && !/^[^\r\n<>]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(mailFrom)) {
    refuse('bad-configuration', 'THROUGHLINE_MAIL_FROM is no e-mail address.', 'Write "Name <name@example.int>".', {
      field: 'THROUGHLINE_MAIL_FROM',
    });
  }
  if (smtp !== null && mailFrom === null) {
    refuse('bad-configuration', 'A mail server is set, and nobody whom mail is from.', 'Set THROUGHLINE_MAIL_FROM.', {
      field: 'THROUGHLINE_MAIL_FROM',
    });
  }
  return { smtp, mailFrom };
}

/** An address of some kinds. What was given is not told where it is refused: it may hold a password. */
function givenAddress(environment: NodeJS.ProcessEnv, name: string, protocols: readonly string[]): string | null {
  const given = environment[name]?.trim() ?? '';
  if (given === '') return null;
  if (!URL.canParse(given) || !protocols.includes(new URL(given).protocol)) {
    const examples = protocols.map((protocol) => `${protocol}//host`).join(' or ');
    refuse('bad-configuration', `${name} is no address that can be used.`, `Write it as ${examples}.`, { field: name });
  }
  return given;
}

function wholeNumber(
  environment: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const given = environment[name];
  if (given === undefined || given === '') return otherwise;
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most) {
    refuse('bad-configuration', `${name} is "${given}".`, `Give a whole number from ${least} to ${most}.`, {
      field: name,
    });
  }
  return value;
}

/**
 * `data.local` in the project; when root starts from a folder that the database's user cannot enter (such as /root),
 * a folder of this project's own in /var/lib.
 */
function defaultDataFolder(): string {
  const inProject = path.join(projectRoot, 'data.local');
  if (process.getuid?.() !== 0 || enterable(projectRoot)) return inProject;
  const key = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12);
  return path.join('/var/lib/throughline', key);
}

/** Whether others than the owner may enter a folder and all those above it. */
export function enterable(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Whether this process may write into a folder or, where it does not exist yet, into the nearest one above it. */
export function writable(folder: string): boolean {
  let at = folder;
  while (!existsSync(at) && at !== path.dirname(at)) at = path.dirname(at);
  try {
    accessSync(at, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
