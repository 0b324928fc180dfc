/** Sends what is written in small pieces, fetches what others write, and tries again when nobody answers. */
import { Transform } from 'prosemirror-transform';
import { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import type { Confirmed, Drafting, Unconfirmed } from './drafting.ts';
import type { Journal, Kept } from './journal.ts';
import { receiving, sharedOf } from './shared.ts';

/** How saving stands. `kept`: on this device only; `lost`: not even there. */
export type Saving = 'saved' | 'saving' | 'kept' | 'unkept' | 'refused' | 'signed-out';

export interface Server {
  /** Address of the draft, without a slash at its end. */
  address: string;
  client: string;
}

interface Answer {
  taken?: boolean;
  version: number;
  steps: { step: unknown; client: string }[];
}

/** What the server refused, in its own words. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** In milliseconds: how long typing may go on before it is sent, and between questions for what others wrote. */
const patience = 400;
const pollEvery = 2000;
const longestWait = 15_000;
/** Most steps that are sent at once. */
const most = 300;

async function ask<T>(address: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(address, { cache: 'no-store', ...init });
  if (!answer.ok) {
    const said = (await answer.json().catch(() => null)) as { problem?: { message: string } } | null;
    throw new Refused(answer.status, said?.problem?.message ?? `The server answered ${answer.status}.`);
  }
  return (await answer.json()) as T;
}

const send = (address: string, client: string, version: number, pending: readonly Unconfirmed[]): Promise<Answer> =>
  ask(`${address}/steps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version, client, steps: pending.map(({ step }) => step.toJSON() as unknown) }),
  });

const confirmedIn = (drafting: Drafting, { steps }: Answer): Confirmed[] =>
  steps.map(({ step, client }) => ({ step: drafting.stepOfJson(step), client }));

export interface Loaded {
  version: number;
  document: unknown;
  base: unknown;
}

/** The draft as it stands, or stood at a version. */
export const load = ({ address }: Server, version?: number): Promise<Loaded> =>
  ask(`${address}/document${version === undefined ? '' : `?version=${version}`}`);

/** Sends what a window left behind that is gone. */
export async function deliver(server: Server, drafting: Drafting, { client, version, steps }: Kept): Promise<void> {
  const loaded = await load(server, version);
  let tr = new Transform(Node.fromJSON(drafting.schema, loaded.document));
  for (const step of steps) tr.step(drafting.stepOfJson(step));
  let pending = tr.steps.map((step, index) => drafting.unconfirmed(step, tr.docs[index] ?? tr.doc));
  let at = version;
  while (pending.length > 0) {
    const sent = drafting.batchOf(pending, most);
    const answer = await send(server.address, client, at, sent);
    if (answer.taken === true) {
      at += sent.length;
      pending = pending.slice(sent.length);
      continue;
    }
    tr = new Transform(tr.doc);
    pending = drafting.receive(tr, confirmedIn(drafting, answer), pending, client).unconfirmed;
    at += answer.steps.length;
  }
}

/** Keeps an editor and the server together until the page is left. */
export class Saver {
  private sending = 0;
  private busy = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly view: EditorView;
  private readonly drafting: Drafting;
  private readonly server: Server;
  private readonly journal: Journal;
  private readonly say: (how: Saving, why: string) => void;

  constructor(
    view: EditorView,
    drafting: Drafting,
    server: Server,
    journal: Journal,
    say: (how: Saving, why: string) => void,
  ) {
    this.view = view;
    this.drafting = drafting;
    this.server = server;
    this.journal = journal;
    this.say = say;
    addEventListener('online', () => this.soon(0));
    document.addEventListener('visibilitychange', () => this.soon(0));
    this.soon(pollEvery);
  }

  /** Call it after every change: what is new is on this device before the next key. */
  changed(): void {
    const kept = this.keep();
    if (sharedOf(this.view.state).pending.length === 0) return;
    if (!kept) this.say('unkept', '');
    else if (this.failures === 0) this.say('saving', '');
    if (this.failures === 0) this.soon(patience);
  }

  private keep(): boolean {
    const { version, pending } = sharedOf(this.view.state);
    const steps = pending.map(({ step }) => step);
    return this.journal.keep(version, steps.slice(0, this.sending), steps.slice(this.sending));
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.meet(), delay);
  }

  /** Sends what there is, or asks for what others wrote. */
  private async meet(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.exchange();
      this.failures = 0;
      if (sharedOf(this.view.state).pending.length === 0) this.say('saved', '');
      this.soon(sharedOf(this.view.state).pending.length > 0 ? patience : document.hidden ? longestWait : pollEvery);
    } catch (cause) {
      this.failures++;
      this.tell(cause);
      this.soon(Math.min(longestWait, 500 * 2 ** Math.min(this.failures, 6)));
    } finally {
      this.busy = false;
    }
  }

  private async exchange(): Promise<void> {
    const { version, pending } = sharedOf(this.view.state);
    const { address, client } = this.server;
    if (pending.length === 0) {
      this.take(confirmedIn(this.drafting, await ask<Answer>(`${address}/steps?since=${version}`)));
      return;
    }
    const sent = this.drafting.batchOf(pending, most);
    this.sending = sent.length;
    this.keep();
    const answer = await send(address, client, version, sent);
    this.sending = 0;
    this.take(answer.taken === true ? sent.map(({ step }) => ({ step, client })) : confirmedIn(this.drafting, answer));
    this.keep();
  }

  private take(steps: readonly Confirmed[]): void {
    if (steps.length === 0) return;
    this.view.dispatch(receiving(this.view.state, this.drafting, steps, this.server.client));
  }

  private tell(cause: unknown): void {
    const waiting = sharedOf(this.view.state).pending.length > 0;
    if (cause instanceof Refused && (cause.status === 401 || cause.status === 403 || cause.status === 404)) {
      this.say('signed-out', cause.message);
    } else if (cause instanceof Refused && cause.status < 500) this.say('refused', cause.message);
    else if (waiting) this.say(this.keep() ? 'kept' : 'unkept', '');
    else this.say('kept', 'nothing');
  }
}
