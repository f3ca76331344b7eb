import { columns } from './columns.js';
import { text } from './texts.js';

/** One id for both notices: showing one replaces the other. */
export const NOTICE_ID = 'crmx_points';

// A const enum of a type package cannot be imported under isolatedModules: its number stands here.
const FORM_CREATE: XrmEnum.FormType = 1;

/**
 * Shows the stored balance above the form: a customer who is excluded is said to be, one without a balance has earned
 * nothing yet. It shows only; points are computed on the server.
 */
export function showBalanceNotice(form: Xrm.FormContext): void {
  form.ui.clearFormNotification(NOTICE_ID);
  if (form.ui.getFormType() === FORM_CREATE) {
    return;
  }

  const excluded = form.getAttribute<Xrm.Attributes.BooleanAttribute>(columns.loyaltyExcluded)?.getValue() === true;
  if (excluded) {
    form.ui.setFormNotification(text('ExcludedFromLoyalty'), 'WARNING', NOTICE_ID);
    return;
  }

  const points = form.getAttribute<Xrm.Attributes.NumberAttribute>(columns.pointsBalance)?.getValue() ?? null;
  const notice = points === null ? text('NoPointsYet') : text('PointsBalance', inUsersFormat(points));
  form.ui.setFormNotification(notice, 'INFO', NOTICE_ID);
}

function inUsersFormat(points: number): string {
  const settings = Xrm.Utility.getGlobalContext().userSettings;
  return new Intl.NumberFormat(settings.languageId === 1031 ? 'de-DE' : 'en-US').format(points);
}
