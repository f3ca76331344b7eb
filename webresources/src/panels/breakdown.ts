import { loadBreakdown } from './breakdown/load.js';
import { isEmpty, type Part } from './breakdown/parts.js';
import { element, part, show } from './dom.js';
import { startPanel, type Panel } from './panel.js';

startPanel(() => showBreakdown);

async function showBreakdown(panel: Panel): Promise<void> {
  const breakdown = await loadBreakdown(panel);
  show(part('none', HTMLElement), isEmpty(breakdown));
  show(part('content', HTMLElement), !isEmpty(breakdown));
  part('parts', HTMLElement).replaceChildren(...breakdown.map((one) => row(panel, one)));
  const points = breakdown.reduce((sum, one) => sum + one.points, 0);
  const amount = breakdown.reduce((sum, one) => sum + one.amount, 0);
  part('sum-points', HTMLElement).textContent = panel.format.signed(points);
  part('sum-amount', HTMLElement).textContent = panel.format.amount(amount);
}

function row(panel: Panel, one: Part): HTMLElement {
  const units = one.units === undefined ? '' : panel.format.quantity(one.units);
  const amount = one.amount === 0 ? '' : panel.format.amount(one.amount);
  return element('tr', {},
    element('th', { scope: 'row' }, one.rule),
    element('td', {}, one.place),
    element('td', { class: 'number' }, units),
    element('td', { class: 'number' }, amount),
    element('td', { class: 'number' }, panel.format.signed(one.points)));
}
