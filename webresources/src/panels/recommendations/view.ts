import { element, part, show } from '../dom.js';
import type { Panel } from '../panel.js';
import type { Rights } from '../../rights.js';
import { isDocument, writeRightOf } from '../document.js';
import type { Offer, Offers } from './load.js';

export type Decision = 'accept' | 'reject';

/** Opens the form `name` for an offer, from one of its buttons. */
export type Decide = (name: Decision, offer: Offer, origin: HTMLElement) => void;

/** The buttons of every offer, and a sentence about those that the user's role keeps away. */
export interface Offered {
  readonly names: readonly Decision[];
  readonly denied: string;
}

const LABELS = { accept: 'OfferAccept', reject: 'OfferReject' } as const;

const NOTICES: Readonly<Record<string, string>> = {
  Paused: 'OffersPaused',
  ModelIsNoBetter: 'OffersTopSellers',
  CallerSeesNoProducts: 'OffersNoProducts',
  PriceListIsNotValid: 'OffersNoPriceList',
  CustomerObjects: 'OffersNoProfile',
};

/** A document takes products as lines, from those who may write it; a customer does not. */
export function offeredBy(panel: Panel, rights: Rights): Offered {
  const fitting: Decision[] = isDocument(panel) ? ['accept', 'reject'] : ['reject'];
  const names = fitting.filter((name) =>
    rights.may('decideOffers') && (name === 'reject' || rights.may(writeRightOf(panel))));
  const denied = fitting.filter((name) => !names.includes(name)).map((name) => panel.text(LABELS[name]));
  return { names, denied: denied.length === 0 ? '' : panel.text('NotOffered', denied.join(', ')) };
}

export function showOffers(panel: Panel, offers: Offers, names: readonly Decision[], decide: Decide): void {
  const notice = part('notice', HTMLElement);
  const known = NOTICES[offers.notice];
  notice.textContent = known === undefined ? offers.notice : panel.text(known);
  show(notice, offers.notice !== '');
  showList(panel, 'again', offers.again, names, decide);
  showList(panel, 'with', offers.goesWith, names, decide);
}

function showList(
  panel: Panel, id: string, offers: readonly Offer[], names: readonly Decision[], decide: Decide): void {
  part(id, HTMLElement).replaceChildren(...offers.map((offer) => item(panel, offer, names, decide)));
  show(part(id, HTMLElement), offers.length > 0);
  show(part(`${id}-none`, HTMLElement), offers.length === 0);
}

function item(panel: Panel, offer: Offer, names: readonly Decision[], decide: Decide): HTMLElement {
  const buttons = element('div', { class: 'bar' }, ...names.map((name) => button(panel, name, offer, decide)));
  const reason = panel.format.language === 'de' ? offer.textDe : offer.textEn;
  return element('li', {}, element('strong', {}, offer.product), element('p', {}, reason), buttons);
}

/** Its name tells the product, too: a list of equal buttons says nothing to those who hear it. */
function button(panel: Panel, name: Decision, offer: Offer, decide: Decide): HTMLButtonElement {
  const text = panel.text(LABELS[name]);
  const made = element('button', { type: 'button', class: 'second', 'aria-label': `${text}: ${offer.product}` }, text);
  made.addEventListener('click', () => {
    decide(name, offer, made);
  });
  return made;
}
