import type { Right, Rights } from '../rights.js';
import { part, show } from './dom.js';
import { sayDenied, type Panel } from './panel.js';

/** Something that a user can do: a button `open-NAME` that opens the form `NAME` of the page. */
export interface Action {
  readonly name: string;

  /** Without it the action is not offered, and the panel says so. */
  readonly right: Right;

  /** Fills the form before it is shown. */
  readonly prepare?: () => Promise<void>;

  /**
   * Does it and tells the outcome in a sentence. The id was made when the form opened: a double click, or a repeated
   * attempt after an answer was lost, is the same request for the server.
   */
  readonly run: (requestId: string) => Promise<string>;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Hooks up the forms of a panel; at most one of them is open, and one request runs at a time. */
export class ActionForms {
  private requestId = '';
  private isBusy = false;
  private origin: HTMLElement | undefined;

  constructor(
    private readonly panel: Panel,
    private readonly actions: readonly Action[],
    private readonly refresh: () => Promise<void>,
  ) {
    actions.forEach((action) => {
      this.connect(action);
    });
  }

  /** Offers those that fit the row as it is now and that the user may do; what he may not do is named. */
  offer(isOffered: (name: string) => boolean, rights: Rights): void {
    const fitting = this.actions.filter((action) => isOffered(action.name));
    const allowed = new Set(fitting.filter((action) => rights.may(action.right)));
    for (const action of this.actions) {
      show(openerOf(action.name), allowed.has(action));
      if (!allowed.has(action)) this.close(action.name);
    }
    const denied = fitting.filter((action) => !allowed.has(action)).map(({ name }) => openerOf(name).textContent);
    sayDenied(denied.length === 0 ? '' : this.panel.text('NotOffered', denied.join(', ')));
  }

  /** Opens a form for one of many things, from the button of that thing; the focus comes back to it. */
  async openFrom(name: string, origin: HTMLElement): Promise<void> {
    const action = this.actions.find((one) => one.name === name);
    if (action === undefined) return;
    for (const other of this.actions) this.close(other.name);
    await this.open(action, origin);
  }

  private connect(action: Action): void {
    const form = part(action.name, HTMLFormElement);
    openerOf(action.name).addEventListener('click', () => {
      void this.toggle(action);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit(action);
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.cancel(action.name);
    });
    form.querySelector('[data-cancel]')?.addEventListener('click', () => {
      this.cancel(action.name);
    });
  }

  private async toggle(action: Action): Promise<void> {
    const isOpen = !part(action.name, HTMLFormElement).hidden;
    for (const { name } of this.actions) this.close(name);
    if (isOpen) this.panel.say('');
    else await this.open(action, openerOf(action.name));
  }

  private async open(action: Action, origin: HTMLElement): Promise<void> {
    this.origin = origin;
    this.panel.say('');
    const form = part(action.name, HTMLFormElement);
    this.requestId = crypto.randomUUID();
    form.reset();
    problemOf(form).textContent = '';
    try {
      await action.prepare?.();
    } catch (problem) {
      problemOf(form).textContent = this.panel.problemText(problem);
    }
    show(form, true);
    openerOf(action.name).setAttribute('aria-expanded', 'true');
    form.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }

  private close(name: string): void {
    show(part(name, HTMLFormElement), false);
    openerOf(name).setAttribute('aria-expanded', 'false');
  }

  private cancel(name: string): void {
    this.close(name);
    if (this.origin?.isConnected === true) this.origin.focus();
  }

  private async submit(action: Action): Promise<void> {
    const form = part(action.name, HTMLFormElement);
    if (this.isBusy || !this.isValid(form)) return;
    this.setBusy(form, true);
    try {
      const sentence = await action.run(this.requestId);
      this.cancel(action.name);
      await this.showOutcome();
      this.panel.say(sentence);
    } catch (problem) {
      problemOf(form).textContent = this.panel.problemText(problem);
    } finally {
      this.setBusy(form, false);
    }
  }

  /** The form around the panel shows the new numbers, too; changes that its user has not saved are kept. */
  private async showOutcome(): Promise<void> {
    const { form } = this.panel;
    if (!form.data.getIsDirty()) await form.data.refresh(false);
    refreshGrids(form);
    await this.refresh();
  }

  private setBusy(form: HTMLFormElement, isBusy: boolean): void {
    this.isBusy = isBusy;
    form.setAttribute('aria-busy', String(isBusy));
    form.querySelectorAll('button').forEach((button) => {
      button.disabled = isBusy;
    });
  }

  /** Names the first field that is not filled in well, and goes there. */
  private isValid(form: HTMLFormElement): boolean {
    const fields = [...form.querySelectorAll<Field>('input, select, textarea')];
    fields.forEach((field) => {
      field.removeAttribute('aria-invalid');
    });
    const wrong = fields.find((field) => !field.disabled && !field.checkValidity());
    problemOf(form).textContent = '';
    if (wrong === undefined) return true;
    const label = wrong.labels?.[0]?.textContent ?? '';
    problemOf(form).textContent = this.panel.text(wrong.validity.valueMissing ? 'FieldMissing' : 'FieldWrong', label);
    wrong.setAttribute('aria-invalid', 'true');
    wrong.focus();
    return false;
  }
}

/** Loading the row anew leaves the lists of its form as they were. */
function refreshGrids(form: Xrm.FormContext): void {
  form.ui.controls.forEach((control) => {
    if (control.getControlType() === 'subgrid') (control as Xrm.Controls.GridControl).refresh();
  });
}

function openerOf(name: string): HTMLButtonElement {
  return part(`open-${name}`, HTMLButtonElement);
}

function problemOf(form: HTMLFormElement): HTMLElement {
  return part(`${form.id}-problem`, HTMLElement);
}
