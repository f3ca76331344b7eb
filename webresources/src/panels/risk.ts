import { element, part, show } from './dom.js';
import { showFacts } from './facts.js';
import { rowParameter, type Parameter } from './operation.js';
import { showContent, startPanel, type Panel } from './panel.js';

/** Sentences come in the reader's language from the server; days are moments at midnight. */
interface Risk {
  readonly Standing: string;
  readonly Basis: string;
  readonly Chance: string;
  readonly Customers: number;
  readonly Reasons: readonly string[];
  readonly Outlook: string;
  readonly MediumRiskOn?: string | null;
  readonly HighRiskOn?: string | null;
  readonly ChurnedOn?: string | null;
  readonly Value?: number | null;
  readonly Formula?: string | null;
  readonly GroupCustomers?: number | null;
  readonly GroupOrders?: number | null;
  readonly GroupRevenue?: number | null;
  readonly GroupRevenueAtRisk?: number | null;
  readonly GroupLastOrderOn?: string | null;
}

startPanel(() => async (panel) => {
  if (!await showContent(panel, 'seeRisk')) return;
  const risk = await panel.call<Risk>('crmx_GetRisk', customerOf(panel));
  part('standing', HTMLElement).textContent = risk.Standing;
  part('outlook', HTMLElement).textContent = risk.Outlook;
  part('reasons', HTMLElement).replaceChildren(...risk.Reasons.map((reason) => element('li', {}, reason)));
  show(part('reasons-title', HTMLElement), risk.Reasons.length > 0);
  showRisk(panel, risk);
  showGroup(panel, risk);
});

function customerOf(panel: Panel): Readonly<Record<string, Parameter>> {
  const row = rowParameter(panel.table, panel.rowId);
  return panel.table === 'account' ? { Account: row } : { Contact: row };
}

function showRisk(panel: Panel, risk: Risk): void {
  const { format } = panel;
  const customers = risk.Customers > 0 ? panel.text('RiskCustomers', format.whole(risk.Customers)) : undefined;
  showFacts('facts', [
    { name: panel.text('RiskChance'), value: risk.Chance },
    { name: panel.text('RiskSample'), value: customers },
    { name: panel.text('RiskBasis'), value: risk.Basis },
    { name: panel.text('RiskMediumOn'), value: dayOf(panel, risk.MediumRiskOn) },
    { name: panel.text('RiskHighOn'), value: dayOf(panel, risk.HighRiskOn) },
    { name: panel.text('RiskChurnedOn'), value: dayOf(panel, risk.ChurnedOn) },
    { name: panel.text('RiskValue'), value: amountOf(panel, risk.Value) },
    { name: panel.text('RiskFormula'), value: risk.Formula ?? undefined },
  ]);
}

/** A group of one is the account itself, which stands above. */
function showGroup(panel: Panel, risk: Risk): void {
  const customers = risk.GroupCustomers ?? 0;
  show(part('group', HTMLElement), customers > 1);
  showFacts('group-facts', [
    { name: panel.text('GroupCustomers'), value: panel.format.whole(customers) },
    { name: panel.text('GroupOrders'), value: panel.format.whole(risk.GroupOrders ?? 0) },
    { name: panel.text('GroupLastOrder'), value: dayOf(panel, risk.GroupLastOrderOn) },
    { name: panel.text('GroupRevenue'), value: amountOf(panel, risk.GroupRevenue) },
    { name: panel.text('GroupAtRisk'), value: amountOf(panel, risk.GroupRevenueAtRisk) },
  ]);
}

function dayOf(panel: Panel, moment: string | null | undefined): string | undefined {
  return moment ? panel.format.day(moment) : undefined;
}

function amountOf(panel: Panel, amount: number | null | undefined): string | undefined {
  return typeof amount === 'number' ? panel.format.amount(amount) : undefined;
}
