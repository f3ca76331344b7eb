import { element, part, show } from '../dom.js';
import type { Panel } from '../panel.js';
import { isDocument, type Offer, type Offers } from './load.js';

/** Opens the form `name` for an offer, from one of its buttons. */
export type Decide = (name: 'accept' | 'reject', offer: Offer, origin: HTMLElement) => void;

const NOTICES: Readonly<Record<string, string>> = {
  Paused: 'OffersPaused',
  ModelIsNoBetter: 'OffersTopSellers',
  CallerSeesNoProducts: 'OffersNoProducts',
  PriceListIsNotValid: 'OffersNoPriceList',
};

export function showOffers(panel: Panel, offers: Offers, decide: Decide): void {
  const notice = part('notice', HTMLElement);
  const known = NOTICES[offers.notice];
  notice.textContent = known === undefined ? offers.notice : panel.text(known);
  show(notice, offers.notice !== '');
  showList(panel, 'again', offers.again, decide);
  showList(panel, 'with', offers.goesWith, decide);
}

function showList(panel: Panel, id: string, offers: readonly Offer[], decide: Decide): void {
  part(id, HTMLElement).replaceChildren(...offers.map((offer) => item(panel, offer, decide)));
  show(part(id, HTMLElement), offers.length > 0);
  show(part(`${id}-none`, HTMLElement), offers.length === 0);
}

function item(panel: Panel, offer: Offer, decide: Decide): HTMLElement {
  const buttons = element('div', { class: 'bar' });
  if (isDocument(panel)) buttons.append(button(panel, 'accept', 'OfferAccept', offer, decide));
  buttons.append(button(panel, 'reject', 'OfferReject', offer, decide));
  const reason = panel.format.language === 'de' ? offer.textDe : offer.textEn;
  return element('li', {}, element('strong', {}, offer.product), element('p', {}, reason), buttons);
}

/** Its name tells the product, too: a list of equal buttons says nothing to those who hear it. */
function button(
  panel: Panel, name: 'accept' | 'reject', key: string, offer: Offer, decide: Decide): HTMLButtonElement {
  const text = panel.text(key);
  const made = element('button', { type: 'button', class: 'second', 'aria-label': `${text}: ${offer.product}` }, text);
  made.addEventListener('click', () => {
    decide(name, offer, made);
  });
  return made;
}
