import { connectPanels } from './handOver.js';

/** Handler of the OnLoad event of forms whose only scripts are their panels: CrmExtensions.Panels.onLoad. */
export function onLoad(context: Xrm.Events.EventContext): void {
  connectPanels(context.getFormContext());
}
