import { beforeEach, describe, expect, it, vi } from 'vitest';
import { element } from '../dom.js';
import type { Panel } from '../panel.js';
import { recommend } from './load.js';
import { UNKNOWN_RIGHTS } from '../../rights.js';
import { offeredBy, showOffers } from './view.js';

const TONER = {
  productId: '7d5f', product: 'Toner <b>', textEn: 'bought together in 8 of 10 orders',
  textDe: 'in 8 von 10 Aufträgen gemeinsam gekauft',
};
const PAPER = { productId: '0c1a', product: 'Paper', textEn: 'due every 30 days', textDe: 'alle 30 Tage fällig' };

const ANSWER = { GoesWith: JSON.stringify([TONER]), BuyAgain: JSON.stringify([PAPER]), Notice: '' };

function panelOf(table: string, language = 'en', call = vi.fn().mockResolvedValue(ANSWER)): Panel {
  return {
    table,
    rowId: 'abc',
    format: { language },
    text: (key: string, ...values: string[]) => [key, ...values].join(' '),
    call,
  } as unknown as Panel;
}

function textsOf(id: string): (string | null)[] {
  return [...document.querySelectorAll(`#${id} li`)].map((item) => item.querySelector('p')?.textContent ?? null);
}

function buttonsOf(id: string): (string | null)[] {
  return [...document.querySelectorAll(`#${id} button`)].map((button) => button.getAttribute('aria-label'));
}

describe('recommendations', () => {
  beforeEach(() => {
    document.body.replaceChildren(...['notice', 'again', 'again-none', 'with', 'with-none'].map((id) =>
      element(id === 'again' || id === 'with' ? 'ol' : 'p', { id })));
  });

  it('ask for the customer of the form, or for its document', async () => {
    const call = vi.fn().mockResolvedValue(ANSWER);
    await recommend(panelOf('account', 'en', call));
    await recommend(panelOf('salesorder', 'en', call));

    expect(call.mock.calls[0]?.[1]).toHaveProperty('CustomerTable');
    expect(call.mock.calls[1]?.[1]).toHaveProperty('DocumentTable');
  });

  it('stand in two lists with their reasons, and a name of a product is text', async () => {
    const panel = panelOf('account');

    showOffers(panel, await recommend(panel), ['reject'], vi.fn());

    expect(textsOf('again')).toEqual(['due every 30 days']);
    expect(textsOf('with')).toEqual(['bought together in 8 of 10 orders']);
    expect(document.querySelector('#with strong')?.textContent).toBe('Toner <b>');
    expect(document.querySelector('#with b')).toBeNull();
  });

  it('are told in German to those who read German', async () => {
    const panel = panelOf('account', 'de');

    showOffers(panel, await recommend(panel), ['reject'], vi.fn());

    expect(textsOf('with')).toEqual(['in 8 von 10 Aufträgen gemeinsam gekauft']);
  });

  it('can be rejected everywhere and accepted where there is a document', async () => {
    const customer = panelOf('contact');
    showOffers(customer, await recommend(customer), offeredBy(customer, UNKNOWN_RIGHTS).names, vi.fn());
    expect(buttonsOf('again')).toEqual(['OfferReject: Paper']);

    const order = panelOf('salesorder');
    const decide = vi.fn();
    showOffers(order, await recommend(order), offeredBy(order, UNKNOWN_RIGHTS).names, decide);
    expect(buttonsOf('again')).toEqual(['OfferAccept: Paper', 'OfferReject: Paper']);
    document.querySelector<HTMLElement>('#with button')?.click();
    expect(decide).toHaveBeenCalledWith('accept', TONER, expect.anything());
  });

  it('are decided by those who may decide, and become lines for those who may write the document', () => {
    const order = panelOf('salesorder');

    expect(offeredBy(order, { may: (right) => right !== 'writeOrder' }))
      .toEqual({ names: ['reject'], denied: 'NotOffered OfferAccept' });
    expect(offeredBy(order, { may: (right) => right !== 'decideOffers' }))
      .toEqual({ names: [], denied: 'NotOffered OfferAccept, OfferReject' });
    expect(offeredBy(panelOf('account'), { may: (right) => right !== 'writeOrder' }))
      .toEqual({ names: ['reject'], denied: '' });
  });

  it('say so where there are none, and tell what the reader has to know', () => {
    showOffers(panelOf('account'), { again: [], goesWith: [], notice: 'ModelIsNoBetter' }, [], vi.fn());

    expect(document.getElementById('again-none')?.hidden).toBe(false);
    expect(document.getElementById('with-none')?.hidden).toBe(false);
    expect(document.getElementById('notice')?.textContent).toBe('OffersTopSellers');

    showOffers(panelOf('account'), { again: [], goesWith: [], notice: 'CustomerObjects' }, [], vi.fn());
    expect(document.getElementById('notice')?.textContent).toBe('OffersNoProfile');
  });
});
