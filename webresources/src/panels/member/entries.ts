import { element, part, show } from '../dom.js';
import { shownValue } from '../facts.js';
import type { Panel } from '../panel.js';

interface EntryRow {
  readonly crmx_loyaltyentryid: string;
  readonly crmx_bookedon: string | null;
  readonly crmx_points: number | null;
  readonly crmx_balanceafter: number | null;
}

/** As many as stand in a panel without scrolling; the form's own list has the rest. */
const MOST = 5;

/** The latest entries of the form's member, newest first; each opens by its day. */
export async function showEntries(panel: Panel): Promise<void> {
  const rows = await panel.rows<EntryRow>('crmx_loyaltyentry',
    '?$select=crmx_bookedon,crmx_kind,crmx_points,crmx_balanceafter'
    + `&$filter=_crmx_memberid_value eq ${panel.rowId}&$orderby=crmx_sequence desc&$top=${String(MOST)}`);
  part('entry-rows', HTMLElement).replaceChildren(...rows.map((row) => entryRow(panel, row)));
  show(part('entries', HTMLElement), rows.length > 0);
}

function entryRow(panel: Panel, row: EntryRow): HTMLElement {
  const points = row.crmx_points ?? 0;
  const day = row.crmx_bookedon === null ? '-' : panel.format.moment(row.crmx_bookedon);
  const open = element('button', { type: 'button', class: 'link' }, day);
  open.addEventListener('click', () => {
    panel.open('crmx_loyaltyentry', row.crmx_loyaltyentryid);
  });
  return element('tr', {},
    element('th', { scope: 'row' }, open),
    element('td', {}, shownValue(row, 'crmx_kind') ?? ''),
    element('td', { class: points < 0 ? 'number minus' : 'number plus' }, panel.format.signed(points)),
    element('td', { class: 'number' }, panel.format.whole(row.crmx_balanceafter ?? 0)));
}
