import { element, part, show } from '../dom.js';
import { shownValue } from '../facts.js';
import type { Panel } from '../panel.js';

/** One membership of the form's customer. */
export interface Membership {
  readonly crmx_loyaltymemberid: string;
  readonly _crmx_programid_value: string | null;
  readonly crmx_balance: number | null;
  readonly crmx_available: number | null;
  readonly crmx_lifecycle: number | null;
}

export const ACTIVE = 884320000;
const COLUMNS = '_crmx_programid_value,_crmx_tierid_value,crmx_balance,crmx_available,crmx_lifecycle';

/** Account and contact have ids of one space, so the id alone names the customer. */
export async function loadMemberships(panel: Panel): Promise<readonly Membership[]> {
  return panel.rows<Membership>('crmx_loyaltymember',
    `?$select=${COLUMNS}&$filter=_crmx_customerid_value eq ${panel.rowId}&$orderby=createdon`);
}

export function isActive(member: Membership): boolean {
  return (member.crmx_lifecycle ?? ACTIVE) === ACTIVE;
}

/** Each membership with its balance; its button opens the member, where points are booked. */
export function showMemberships(panel: Panel, members: readonly Membership[]): void {
  part('members', HTMLElement).replaceChildren(...members.map((member) => card(panel, member)));
  show(part('members', HTMLElement), members.length > 0);
  show(part('none', HTMLElement), members.length === 0);
}

function card(panel: Panel, member: Membership): HTMLElement {
  const { format } = panel;
  const programme = shownValue(member, '_crmx_programid_value') ?? '';
  const tier = shownValue(member, '_crmx_tierid_value');
  const open = element('button', { type: 'button', class: 'link' }, programme);
  open.addEventListener('click', () => {
    panel.open('crmx_loyaltymember', member.crmx_loyaltymemberid);
  });
  const points = panel.text('CustomerPoints',
    format.whole(member.crmx_balance ?? 0), format.whole(member.crmx_available ?? 0));
  const parts: (Node | string)[] = [open, element('p', {}, points)];
  if (tier !== undefined) parts.push(element('p', {}, panel.text('CustomerTier', tier)));
  if (!isActive(member)) {
    parts.push(element('p', { class: 'quiet' }, shownValue(member, 'crmx_lifecycle') ?? ''));
  }
  return element('li', {}, ...parts);
}
