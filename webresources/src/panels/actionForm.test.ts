import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ActionForms, type Action } from './actionForm.js';
import { element } from './dom.js';
import type { Panel } from './panel.js';

/** The smallest page with one action: a button, a form with a required field, its problem. */
function buildPage(): void {
  const label = element('label', { for: 'points' }, 'Points');
  const field = element('input', { id: 'points', type: 'number', required: '' });
  const form = element('form', { id: 'book', hidden: '' }, label, field,
    element('p', { id: 'book-problem' }), element('button', { type: 'submit' }, 'Book'));
  document.body.replaceChildren(
    element('button', { id: 'open-book', type: 'button' }, 'Open'), form, element('p', { id: 'denied', hidden: '' }));
}

interface Opened {
  readonly forms: ActionForms;
  readonly said: string[];
  readonly refresh: ReturnType<typeof vi.fn>;
  readonly formRefresh: ReturnType<typeof vi.fn>;
  readonly gridRefresh: ReturnType<typeof vi.fn>;
}

function open(run: Action['run'], isDirty = false): Opened {
  const said: string[] = [];
  const formRefresh = vi.fn().mockResolvedValue(undefined);
  const gridRefresh = vi.fn();
  const refresh = vi.fn().mockResolvedValue(undefined);
  const panel = {
    form: {
      data: { getIsDirty: () => isDirty, refresh: formRefresh },
      ui: { controls: [
        { getControlType: () => 'subgrid', refresh: gridRefresh },
        { getControlType: () => 'standard' },
      ] },
    },
    text: (key: string, value: string) => `${key} ${value}`,
    problemText: (problem: { message: string }) => problem.message,
    say: (sentence: string) => said.push(sentence),
  } as unknown as Panel;
  const forms = new ActionForms(panel, [{ name: 'book', right: 'book', run }], refresh);
  document.getElementById('open-book')?.click();
  return { said, forms, refresh, formRefresh, gridRefresh };
}

async function submit(): Promise<void> {
  document.getElementById('book')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await vi.waitFor(() => {
    expect(document.getElementById('book')?.getAttribute('aria-busy')).not.toBe('true');
  });
}

function fill(value: string): void {
  (document.getElementById('points') as HTMLInputElement).value = value;
}

const problem = (): string => document.getElementById('book-problem')?.textContent ?? '';

describe('an action of a panel', () => {
  beforeEach(() => {
    buildPage();
  });

  it('is one request however often its button is pressed, and its outcome is told', async () => {
    const ids: string[] = [];
    const { said, refresh, formRefresh, gridRefresh } = open((id) => {
      ids.push(id);
      return Promise.resolve('Booked.');
    });
    await vi.waitFor(() => {
      expect(document.getElementById('book')?.hidden).toBe(false);
    });
    fill('50');
    const first = submit();
    const second = submit();
    await Promise.all([first, second]);

    expect(ids).toHaveLength(1);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    await vi.waitFor(() => {
      expect(said.at(-1)).toBe('Booked.');
    });
    expect(formRefresh).toHaveBeenCalledWith(false);
    expect(gridRefresh).toHaveBeenCalledOnce();
    expect(refresh).toHaveBeenCalled();
    expect(document.getElementById('book')?.hidden).toBe(true);
  });

  it('keeps its request id when it is tried again after a failure, and shows the reason', async () => {
    const ids: string[] = [];
    open((id) => {
      ids.push(id);
      return Promise.reject(new Error('The connection was lost.'));
    });
    await vi.waitFor(() => {
      expect(document.getElementById('book')?.hidden).toBe(false);
    });
    fill('50');
    await submit();
    await vi.waitFor(() => {
      expect(problem()).toBe('The connection was lost.');
    });
    await submit();

    await vi.waitFor(() => {
      expect(ids).toHaveLength(2);
    });
    expect(ids[0]).toBe(ids[1]);
    expect(document.getElementById('book')?.hidden).toBe(false);
  });

  it('asks for what is missing before it asks the server', async () => {
    const run = vi.fn();
    open(run);
    await submit();

    expect(run).not.toHaveBeenCalled();
    expect(problem()).toBe('FieldMissing Points');
    expect(document.getElementById('points')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('is not offered without the right to it, and is named then', () => {
    const { forms } = open(vi.fn());
    const opener = document.getElementById('open-book');

    forms.offer(() => true, { may: () => false });
    expect(opener?.hidden).toBe(true);
    expect(document.getElementById('denied')?.textContent).toBe('NotOffered Open');

    forms.offer(() => false, { may: () => false });
    expect(document.getElementById('denied')?.hidden).toBe(true);

    forms.offer(() => true, { may: (right) => right === 'book' });
    expect(opener?.hidden).toBe(false);
    expect(document.getElementById('denied')?.hidden).toBe(true);
  });

  it('does not throw away what the user has changed in the form around it', async () => {
    const { formRefresh, refresh } = open(() => Promise.resolve('Booked.'), true);
    fill('50');
    await submit();

    await vi.waitFor(() => {
      expect(refresh).toHaveBeenCalled();
    });
    expect(formRefresh).not.toHaveBeenCalled();
  });
});
