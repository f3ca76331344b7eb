import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { XrmMockGenerator } from 'xrm-mock';
import { onLoad } from './panels.js';

interface Frame {
  setClientApiContext?: (xrm: unknown, form: unknown) => void;
}

interface Given {
  readonly form: Xrm.FormContext;
  readonly tabOpens: () => void;
}

function openForm(name: string, frame: Frame): Given {
  XrmMockGenerator.initialise();
  const form = XrmMockGenerator.getFormContext();
  const control = {
    getName: () => name,
    getControlType: () => 'webresource',
    getContentWindow: () => Promise.resolve(frame),
  };
  let opened: () => void = () => undefined;
  const tab = {
    addTabStateChange: (handler: () => void) => {
      opened = handler;
    },
  };
  vi.spyOn(form.ui.controls, 'forEach').mockImplementation(((action: (one: unknown) => void) => {
    action(control);
  }) as never);
  vi.spyOn(form.ui.tabs, 'forEach').mockImplementation(((action: (one: unknown) => void) => {
    action(tab);
  }) as never);
  onLoad(XrmMockGenerator.getEventContext());
  return { form, tabOpens: () => { opened(); } };
}

describe('the panels of a form', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('get the client API as soon as their own script has run', async () => {
    const frame: Frame = {};
    const { form } = openForm('WebResource_crmx_member', frame);
    await vi.advanceTimersByTimeAsync(500);
    frame.setClientApiContext = vi.fn();

    await vi.advanceTimersByTimeAsync(100);

    expect(frame.setClientApiContext).toHaveBeenCalledExactlyOnceWith(Xrm, form, expect.any(Function));
  });

  it('get it again when their tab opens, because the platform builds them anew', async () => {
    const frame: Frame = { setClientApiContext: vi.fn() };
    const { tabOpens } = openForm('WebResource_crmx_member', frame);
    await vi.advanceTimersByTimeAsync(0);

    tabOpens();
    await vi.advanceTimersByTimeAsync(0);

    expect(frame.setClientApiContext).toHaveBeenCalledTimes(2);
  });

  it('of other publishers get nothing', async () => {
    const frame: Frame = { setClientApiContext: vi.fn() };
    openForm('WebResource_other', frame);

    await vi.advanceTimersByTimeAsync(60_000);

    expect(frame.setClientApiContext).not.toHaveBeenCalled();
  });
});
