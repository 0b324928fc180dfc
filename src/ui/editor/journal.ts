/**
 * What was written and is not on the server yet, kept on this device: written at every change, so that neither a lost
 * connection nor a closed window takes a word. One entry for each open window; an entry whose window is gone is
 * delivered by the next one.
 */
import type { Step } from 'prosemirror-transform';

/** Changes that rest on a version of the draft. */
export interface Kept {
  client: string;
  version: number;
  steps: unknown[];
}

/** The words that some steps bring, for a person who has to bring them in again. */
export function wordsOf(steps: readonly unknown[]): string {
  const words: string[] = [];
  JSON.stringify(steps, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') words.push(value);
    return value;
  });
  return words.join('');
}

export interface Journal {
  /** Keeps what is not confirmed. @returns whether the device could keep it */
  keep(version: number, sent: readonly Step[], unsent: readonly Step[]): boolean;
  /** Entries of windows that are gone. */
  left(): Promise<Kept[]>;
  /** Forgets an entry that the server has. */
  forget(client: string): void;
}

/** @param name what the entries belong to: the draft and the person */
export async function openJournal(name: string, client: string): Promise<Journal> {
  const prefix = `throughline draft ${name} `;
  await holdOpen(prefix + client);
  let last = '';
  return {
    keep(version, sent, unsent) {
      // What may have been taken already has to be known again step by step; the rest may be joined, unless another
      // window cannot tell that this one is open and might send it as well.
      const steps = [...sent, ...('locks' in navigator ? joined(unsent) : unsent)].map(
        (step) => step.toJSON() as unknown,
      );
      const entry = steps.length === 0 ? '' : JSON.stringify({ client, version, steps } satisfies Kept);
      if (entry === last) return true;
      last = entry;
      return put(prefix + client, entry);
    },
    async left() {
      const kept: Kept[] = [];
      for (const key of keys(prefix)) {
        const entry = key === prefix + client || (await isOpen(key)) ? null : read(key);
        if (entry !== null) kept.push(entry);
      }
      return kept;
    },
    forget: (gone) => void put(prefix + gone, ''),
  };
}

/** Steps that continue each other as one. */
function joined(steps: readonly Step[]): Step[] {
  const all: Step[] = [];
  for (const step of steps) {
    const last = all.at(-1);
    const both = last?.merge(step) ?? null;
    if (both === null) all.push(step);
    else all[all.length - 1] = both;
  }
  return all;
}

function put(key: string, entry: string): boolean {
  try {
    if (entry === '') localStorage.removeItem(key);
    else localStorage.setItem(key, entry);
    return true;
  } catch {
    return false;
  }
}

function keys(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function read(key: string): Kept | null {
  try {
    const entry = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    return entry !== null && Array.isArray(entry.steps) ? entry : null;
  } catch {
    return null;
  }
}

/** Marks a window as open until it is gone, however it goes. */
async function holdOpen(key: string): Promise<void> {
  if (!('locks' in navigator)) return;
  await new Promise<void>((held) => {
    void navigator.locks.request(key, () => {
      held();
      return new Promise<void>(() => undefined);
    });
  });
}

/** Whether the window of an entry is open still. Browsers tell it on secure addresses and on this machine only. */
async function isOpen(key: string): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  return navigator.locks.request(key, { ifAvailable: true }, (lock) => Promise.resolve(lock === null));
}
