import { part, show } from './dom.js';
import { Format } from './format.js';
import { call, plainId, type Parameter } from './operation.js';
import { UNKNOWN_RIGHTS, type AskRights, type Right, type Rights } from '../rights.js';
import { isDenied, messageOf } from './problem.js';

/** The language files: crmx_/strings/panels.1033.resx and its siblings. The platform picks the user's language. */
const RESOURCE = 'crmx_/strings/panels';

/** A page in a frame of a form: the client API that the form has handed over, texts, messages, the busy state. */
export class Panel {
  readonly format: Format;

  constructor(
    readonly xrm: Xrm.XrmStatic, readonly form: Xrm.FormContext, private readonly askRights: AskRights | undefined) {
    this.format = new Format(xrm.Utility.getGlobalContext().userSettings.languageId);
  }

  /** Id of the form's row; empty while it is new. */
  get rowId(): string {
    return plainId(this.form.data.entity.getId());
  }

  get table(): string {
    return this.form.data.entity.getEntityName();
  }

  /** The text in the user's language, `{0}`, `{1}` replaced. */
  text(key: string, ...values: readonly string[]): string {
    const text = this.xrm.Utility.getResourceString(RESOURCE, key);
    return values.reduce((filled, value, at) => filled.replace(`{${String(at)}}`, () => value), text);
  }

  async row<T>(table: string, id: string, select: string): Promise<T> {
    const found: T = await this.xrm.WebApi.retrieveRecord(table, plainId(id), `?$select=${select}`);
    return found;
  }

  async rows<T>(table: string, options: string): Promise<T[]> {
    const found = await this.xrm.WebApi.retrieveMultipleRecords(table, options);
    return found.entities as T[];
  }

  async call<T>(name: string, parameters: Readonly<Record<string, Parameter | undefined>>): Promise<T> {
    return call<T>(this.xrm, name, parameters);
  }

  /** A form script of an older version hands no rights over. */
  async rights(): Promise<Rights> {
    return this.askRights === undefined ? UNKNOWN_RIGHTS : this.askRights();
  }

  open(table: string, id: string): void {
    void this.xrm.Navigation.openForm({ entityName: table, entityId: id });
  }

  /** In the server's words; a missing privilege is said in ours first, because the platform's words are technical. */
  problemText(problem: unknown): string {
    const message = messageOf(problem);
    return isDenied(problem) ? `${this.text('NotAllowed')} (${message})` : message;
  }

  /** Said to screen readers when they have nothing else to say. */
  say(sentence: string): void {
    part('result', HTMLElement).textContent = sentence;
  }

  complain(problem: unknown): void {
    part('problem', HTMLElement).textContent = problem === null ? '' : this.problemText(problem);
  }

  /** Fills in the texts that the page names: `data-text` has the key of the content. */
  translate(): void {
    document.documentElement.lang = this.format.language;
    document.querySelectorAll<HTMLElement>('[data-text]').forEach((target) => {
      target.textContent = this.text(target.dataset.text ?? '');
    });
  }
}

/**
 * The panel's content for those who may see it, a sentence for others; a form of a new row shows neither. Costs a
 * request only if the form has not asked yet.
 */
export async function showContent(panel: Panel, right: Right): Promise<boolean> {
  const isNew = panel.rowId === '';
  const isAllowed = isNew || (await panel.rights()).may(right);
  show(part('content', HTMLElement), !isNew && isAllowed);
  sayDenied(isAllowed ? '' : panel.text('NotShown'));
  return !isNew && isAllowed;
}

/** What the user's role keeps away, in a quiet sentence; empty: nothing. */
export function sayDenied(sentence: string): void {
  const denied = part('denied', HTMLElement);
  denied.textContent = sentence;
  show(denied, sentence !== '');
}

/** Shows the row of the panel's form; called again after every change. */
export type Show = (panel: Panel) => Promise<void>;

/**
 * Waits for the form. The form may call as often as it likes: the page is built once and shown again each time, and two
 * showings never overlap, so that an older answer does not overwrite a newer one.
 */
export function startPanel(build: (panel: Panel, refresh: () => Promise<void>) => Show): void {
  let current: Panel | undefined;
  let shown: Show | undefined;
  let running: Promise<void> = Promise.resolve();

  const refresh = (): Promise<void> => {
    running = running.then(async () => {
      if (current === undefined || shown === undefined) return;
      await showSafely(current, shown);
    });
    return running;
  };

  (window as Window & { setClientApiContext?: unknown }).setClientApiContext =
    (xrm: Xrm.XrmStatic, form: Xrm.FormContext, rights?: AskRights): void => {
      current = new Panel(xrm, form, rights);
      if (shown === undefined) {
        current.translate();
        shown = build(current, refresh);
      }
      void refresh();
    };
}

async function showSafely(panel: Panel, showRow: Show): Promise<void> {
  const main = part('panel', HTMLElement);
  main.setAttribute('aria-busy', 'true');
  try {
    await showRow(panel);
    panel.complain(null);
  } catch (problem) {
    panel.complain(problem);
  }
  main.hidden = false;
  main.setAttribute('aria-busy', 'false');
}
