/**
 * Saves the form of a request while somebody types: field by field, again when the connection is back, and with both
 * texts in sight where two people meet on one answer. Without it the form works by its buttons.
 */

/** What the server answers of a field that was sent. */
interface Answer {
  name: string;
  was: string;
  revision: number;
  read: string[];
  /** Somebody else's text, where theirs was there first. */
  crossed?: { text: string; other: string; ticked: string[]; words: string };
}

interface Problem {
  code: string;
  message: string;
  remedy: string;
  place: { field?: string };
}

/** Pauses in milliseconds: while one types, when a field is left, and before a try after a failed one. */
const pause = { typing: 1500, left: 200, again: 4000 };

function startForm(form: HTMLFormElement): void {
  const { address = '', journal = '' } = form.dataset;
  const state = form.querySelector('[data-state]');
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')].map((root) => fieldAt(root));
  let timer = 0;
  let sending: Promise<void> | null = null;
  /** Whether the form itself takes everything along. */
  let leaving = false;

  const waiting = (): Field[] => fields.filter((field) => field.changed() && !field.crossed && !field.refused);
  const say = (words: string): void => {
    if (state !== null && state.textContent !== words) state.textContent = words;
  };
  const soon = (delay: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), delay);
  };
  /** What is not saved yet survives in this browser, whatever happens to the page. */
  const note = (): void => {
    const unsaved = fields.filter((field) => field.changed());
    try {
      if (unsaved.length === 0) localStorage.removeItem(journal);
      else localStorage.setItem(journal, JSON.stringify(unsaved.map((field) => [...field.data()])));
    } catch {
      // A full or forbidden store: the page itself still holds what was typed.
    }
  };

  /** One request at a time; what is typed meanwhile goes with the next one. */
  function save(): Promise<void> {
    sending ??= send().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function send(): Promise<void> {
    const some = waiting();
    if (some.length === 0) return;
    const sent = some.map((field) => field.value());
    let answer: Response;
    try {
      answer = await fetch(address, { method: 'POST', body: bodyOf(some), headers: { accept: 'application/json' } });
    } catch {
      say('No connection. What you type is kept in this browser, and sent when it is back.');
      soon(pause.again);
      return;
    }
    const told: unknown = await answer.json().catch(() => null);
    if (Array.isArray(told)) {
      for (const [index, field] of some.entries()) {
        const its = (told as Answer[]).find(({ name }) => name === field.name);
        if (its !== undefined) field.take(its, sent[index] ?? '');
      }
      note();
      const met = fields.filter((field) => field.crossed).length;
      const at = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
      say(
        met === 0
          ? `Saved ${at}`
          : `Saved ${at}, but for ${met === 1 ? 'one answer' : `${met} answers`} that somebody else changed too`,
      );
      if (waiting().length > 0) soon(pause.left);
      return;
    }
    const problem = (told as { problem?: Problem } | null)?.problem;
    const words = problem === undefined ? 'It could not be saved.' : `${problem.message} ${problem.remedy}`;
    const its = some.find((field) => field.name === problem?.place.field);
    if (its !== undefined) {
      // One field that cannot be taken holds up no other.
      its.refuse(words);
      its.whole = problem?.code === 'changed-meanwhile';
      say('Not everything is saved yet.');
      if (waiting().length > 0) soon(pause.left);
    } else {
      say(`Not saved: ${words} What you typed is kept in this browser.`);
      if (answer.status >= 500) soon(pause.again);
    }
  }

  /** Sends everything; answers whether all of it is saved. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    for (const field of fields) field.settle();
    await sending;
    await save();
    if (waiting().length > 0) await save();
    const open = fields.find((field) => field.changed());
    if (open !== undefined) open.root.scrollIntoView({ block: 'center' });
    return open === undefined;
  }

  async function sendAll(thenSubmit: boolean): Promise<void> {
    if (!(await flush())) return;
    if (thenSubmit) location.assign(address.replace(/answers$/, 'submit'));
    else if (state?.textContent === '') say('Nothing has changed since it was saved.');
  }

  form.addEventListener('input', ({ target }) => {
    fields.find(({ root }) => target instanceof Node && root.contains(target))?.typed();
    note();
    soon(pause.typing);
  });
  form.addEventListener('change', () => soon(pause.left));
  form.addEventListener('click', ({ target }) => {
    const take = target instanceof HTMLElement ? target.dataset['take'] : undefined;
    if (take === undefined) return;
    fields.find(({ root }) => root.contains(target as Node))?.choose(take);
    note();
    soon(0);
  });
  form.addEventListener('submit', (event) => {
    // What changes the form itself, such as another row, goes the way it goes without this script.
    if (event.submitter?.hasAttribute('data-whole') === true || fields.some((field) => field.whole)) {
      leaving = true;
      clearTimeout(timer);
      localStorage.removeItem(journal);
      return;
    }
    event.preventDefault();
    const then = event.submitter?.getAttribute('value');
    void sendAll(then === 'submit');
  });
  window.addEventListener('online', () => soon(0));
  window.addEventListener('pagehide', () => {
    const some = leaving ? [] : waiting();
    if (some.length > 0) void fetch(address, { method: 'POST', body: bodyOf(some), keepalive: true }).catch(() => null);
  });

  restore(journal, fields);
  if (waiting().length > 0) soon(0);
}

const bodyOf = (fields: readonly Field[]): URLSearchParams =>
  new URLSearchParams(fields.flatMap((field) => [...field.data()]));

/** Puts back what was typed and not saved when the page was left; where somebody wrote meanwhile, the server says so. */
function restore(journal: string, fields: readonly Field[]): void {
  try {
    const kept = JSON.parse(localStorage.getItem(journal) ?? '[]') as [string, string][][];
    for (const data of kept) fields.find(({ name }) => data.some(([key]) => key === `was.${name}`))?.put(data);
  } catch {
    localStorage.removeItem(journal);
  }
}

type Field = ReturnType<typeof fieldAt>;

/** One field of the form: what stands in it, what of it is saved, and whether somebody else's text met it. */
function fieldAt(root: HTMLElement) {
  const name = root.dataset['field'] ?? '';
  const controls = [
    ...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select'),
  ];
  const hidden = (kind: string) => controls.find((control) => control.name === `${kind}.${name}`);
  const part = (key: string): HTMLElement | null => root.querySelector<HTMLElement>(`[data-${key}]`);
  const isBox = (control: (typeof controls)[number]): control is HTMLInputElement => control.type === 'checkbox';
  const inputs = controls.filter(({ type }) => type !== 'hidden');
  const value = (): string =>
    JSON.stringify(inputs.map((control) => (isBox(control) ? control.checked : control.value)));
  const fill = (text: string, ticked: readonly string[], other: string): void => {
    for (const control of inputs) {
      if (isBox(control)) control.checked = ticked.includes(control.value);
      else control.value = control.name === name ? text : other;
    }
  };
  const setSeen = (was: string, revision: number | string): void => {
    const [of, at] = [hidden('was'), hidden('revision')];
    if (of !== undefined) of.value = was;
    if (at !== undefined) at.value = String(revision);
  };
  const complain = (words: string): void => {
    const place = part('said');
    if (place !== null) place.textContent = words;
  };
  const show = (key: string, shown: boolean): void => {
    const place = part(key);
    if (place !== null) place.hidden = !shown;
  };
  let saved = value();
  let met: Answer | null = null;
  /** Whether the page was sent with both texts: the next save is the person's decision. */
  const field = {
    root,
    name,
    value,
    crossed: false,
    refused: false,
    /** Whether only the whole page can show what met what was typed here. */
    whole: false,
    changed: (): boolean => value() !== saved,
    *data(): Generator<[string, string]> {
      for (const control of controls) if (!isBox(control) || control.checked) yield [control.name, control.value];
    },
    typed(): void {
      field.refused = false;
      complain('');
    },
    refuse(words: string): void {
      field.refused = true;
      complain(words);
    },
    /** What the server answered to `sent`. */
    take(answer: Answer, sent: string): void {
      if (answer.crossed !== undefined) {
        met = answer;
        field.crossed = true;
        const words = part('theirs');
        if (words !== null) words.textContent = answer.crossed.words || '(nothing)';
        show('choose', true);
        show('crossed', true);
        return;
      }
      saved = sent;
      setSeen(answer.was, answer.revision);
      show('crossed', false);
      const list = part('read');
      list?.replaceChildren(
        ...answer.read.map((words) => Object.assign(document.createElement('li'), { textContent: words })),
      );
    },
    /** Decides between two texts: `mine`, `theirs` or `both`. */
    choose(which: string): void {
      if (met?.crossed === undefined) return;
      const { text, ticked, other } = met.crossed;
      const [control] = inputs;
      setSeen(met.was, met.revision);
      if (which === 'theirs') fill(text, ticked, other);
      if (which === 'both' && control !== undefined) control.value = `${text}\n${control.value}`;
      if (which === 'theirs') saved = value();
      met = null;
      field.crossed = false;
      show('crossed', false);
      inputs[0]?.focus();
    },
    /** Pressing "Save" with both texts in sight keeps what stands in the field. */
    settle(): void {
      if (field.crossed) field.choose('mine');
      field.refused = false;
    },
    /** What was typed before the page was left, with what was seen then. */
    put(data: readonly [string, string][]): void {
      const all = (key: string): string[] => data.filter(([other]) => other === key).map(([, words]) => words);
      for (const control of inputs) {
        const its = all(control.name);
        if (isBox(control)) control.checked = its.includes(control.value);
        else control.value = its[0] ?? control.value;
      }
      if (field.changed()) setSeen(all(`was.${name}`)[0] ?? '', all(`revision.${name}`)[0] ?? '');
    },
  };
  return field;
}

const form = document.querySelector<HTMLFormElement>('form[data-form]');
if (form !== null) startForm(form);

export {};
