/** The technical half of a running workbench: configuration, database, files, log. Pages and commands open one each. */
import path from 'node:path';
import { readConfig, type Config } from '../config/index.ts';
import { openDatabase, type Connection } from '../db/index.ts';

export { serverVersion } from '../db/index.ts';
import { openFiles, type FileStore } from '../files/index.ts';
import { openLog, type Log } from '../log/index.ts';
import { openMailer, type Mailer } from '../mail/index.ts';

export interface Workbench {
  config: Config;
  db: Connection;
  files: FileStore;
  log: Log;
  /** Hands mail over; `null` where no mail server is set. */
  mailer: Mailer | null;
  /** Which database this is, in words. */
  databaseDescription: string;
  close(): Promise<void>;
}

/** Opens database and files; the caller closes them. */
export async function openWorkbench(config: Config = readConfig()): Promise<Workbench> {
  const log = openLog(config.logLevel);
  const database = await openDatabase(config, log);
  const files = await openFiles(path.join(config.dataFolder, 'files'));
  return {
    config,
    db: database.connection,
    files,
    log,
    mailer: config.smtp === null ? null : openMailer(config.smtp),
    databaseDescription: database.description,
    close: () => database.close(),
  };
}
