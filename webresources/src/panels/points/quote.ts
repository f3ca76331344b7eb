import { documentOf } from '../document.js';
import { element, part, show } from '../dom.js';
import { showFacts, shownValue } from '../facts.js';
import type { Panel } from '../panel.js';

/** What the document would bring, and what could pay for it; values in the programme's currency. */
export interface Quote {
  readonly Points: number;
  readonly RedeemablePoints: number;
  readonly RedeemableValue: number;
}

interface Payment {
  readonly crmx_redemptionid: string;
  readonly crmx_points: number | null;
  readonly crmx_value: number | null;
}

const RESERVED = 884320000;
const COMMITTED = 884320001;

export async function loadQuote(panel: Panel): Promise<Quote> {
  return panel.call<Quote>('crmx_QuotePoints', documentOf(panel));
}

export function showQuote(panel: Panel, quote: Quote): void {
  const { format } = panel;
  showFacts('facts', [
    { name: panel.text('PointsEarned'), value: format.whole(quote.Points) },
    {
      name: panel.text('PointsRedeemable'),
      value: panel.text('PointsWorth', format.whole(quote.RedeemablePoints), format.amount(quote.RedeemableValue)),
    },
  ]);
}

/** What points pay on the document already; each opens its redemption, where it is given back. */
export async function showPayments(panel: Panel): Promise<void> {
  const payments = await panel.rows<Payment>('crmx_redemption',
    `?$select=crmx_points,crmx_value,crmx_state&$filter=crmx_documentid eq '${panel.rowId}'`
    + ` and (crmx_state eq ${String(RESERVED)} or crmx_state eq ${String(COMMITTED)})&$orderby=createdon`);
  part('payments', HTMLElement).replaceChildren(...payments.map((payment) => card(panel, payment)));
  show(part('paid', HTMLElement), payments.length > 0);
}

function card(panel: Panel, payment: Payment): HTMLElement {
  const text = panel.text('PointsWorth',
    panel.format.whole(payment.crmx_points ?? 0), panel.format.amount(payment.crmx_value ?? 0));
  const open = element('button', { type: 'button', class: 'link' }, text);
  open.addEventListener('click', () => {
    panel.open('crmx_redemption', payment.crmx_redemptionid);
  });
  return element('li', {}, open, element('p', {}, shownValue(payment, 'crmx_state') ?? ''));
}
