import { connectPanels } from '../forms/handOver.js';
import { showBalanceNotice } from './balanceNotice.js';
import { columns } from './columns.js';

/** Account and contact carry the same columns, so their forms behave alike. */
export function loadCustomerForm(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  showBalanceNotice(form);
  form.getAttribute(columns.loyaltyExcluded)?.addOnChange(refresh);
  form.data.addOnLoad(refresh);
  connectPanels(form);
}

function refresh(context: Xrm.Events.EventContext): void {
  showBalanceNotice(context.getFormContext());
}
