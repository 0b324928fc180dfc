/**
 * Original files, byte for byte, under the hash of their content. A file is written whole and made durable before its
 * name exists, so a crash leaves either the file or nothing. The database refers to files; a file that nothing refers
 * to is harmless.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

export interface FileStore {
  /** Keeps the bytes and answers their SHA-256 in hexadecimal. Keeping the same bytes again changes nothing. */
  keep(bytes: Uint8Array): Promise<string>;
  /** @returns the bytes, or `null` when no file of this hash is kept */
  get(sha256: string): Promise<Uint8Array | null>;
  /** Hashes of the files whose content is no longer what it was when they were kept. Reads every file. */
  damaged(): Promise<string[]>;
}

/** The hash under which bytes are kept. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A store in a folder, which is made when it is missing. */
export async function openFiles(folder: string): Promise<FileStore> {
  const incoming = path.join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256);

  return {
    async keep(bytes) {
      const sha256 = sha256Of(bytes);
      const place = placeOf(sha256);
      if (existsSync(place)) return sha256;
      const temporary = path.join(incoming, randomUUID());
      try {
        const file = await open(temporary, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await mkdir(path.dirname(place), { recursive: true });
        await rename(temporary, place);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(path.dirname(place));
      return sha256;
    },

    async get(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      try {
        return await readFile(placeOf(sha256));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },

    async damaged() {
      const bad: string[] = [];
      for (const first of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue;
        for (const name of await readdir(path.join(folder, first))) {
          if (sha256Of(await readFile(path.join(folder, first, name))) !== name) bad.push(name);
        }
      }
      return bad;
    },
  };
}

/** Makes a rename durable; not every platform can open a folder, and none loses the file for want of it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows has no such thing.
  }
}
