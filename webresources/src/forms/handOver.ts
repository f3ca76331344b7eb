import { askOnce, type AskRights } from '../rights.js';

/** Controls of ours in a form; frames of other publishers are left alone. */
const OUR_CONTROLS = 'WebResource_crmx_';
const RETRY_MS = 50;
const LONGEST_MS = 20_000;

type PanelWindow = Window & {
  setClientApiContext?: (xrm: Xrm.XrmStatic, form: Xrm.FormContext, rights: AskRights) => void;
};

/**
 * Gives the panels of the form what they work with: now, whenever the row was loaded anew, and when a tab opens,
 * because the platform builds the frames of a tab anew. What the user may do is asked for once, by the first panel.
 */
export function connectPanels(form: Xrm.FormContext): void {
  const rights = askOnce(Xrm);
  const give = (): void => {
    handOver(form, rights);
  };
  form.data.addOnLoad(give);
  form.ui.tabs.forEach((tab) => {
    tab.addTabStateChange(give);
  });
  give();
}

function handOver(form: Xrm.FormContext, rights: AskRights): void {
  form.ui.controls.forEach((control) => {
    if (control.getControlType() !== 'webresource' || !control.getName().startsWith(OUR_CONTROLS)) return;
    // A frame in a tab that was never opened is not there yet: the tab's event comes back to it.
    (control as Xrm.Controls.FramedControl).getContentWindow().then((frame) => {
      giveTo(frame, form, rights, Date.now() + LONGEST_MS);
    }, () => undefined);
  });
}

/** The form is often ready before the page in the frame has run its script: then it is asked again a little later. */
function giveTo(frame: PanelWindow, form: Xrm.FormContext, rights: AskRights, until: number): void {
  if (typeof frame.setClientApiContext === 'function') {
    frame.setClientApiContext(Xrm, form, rights);
  } else if (Date.now() < until) {
    setTimeout(() => {
      giveTo(frame, form, rights, until);
    }, RETRY_MS);
  }
}
