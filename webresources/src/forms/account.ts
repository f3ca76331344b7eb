import { loadCustomerForm } from '../loyalty/customerForm.js';

/** Handler of the form's OnLoad event: CrmExtensions.Account.onLoad. */
export function onLoad(context: Xrm.Events.EventContext): void {
  loadCustomerForm(context);
}
