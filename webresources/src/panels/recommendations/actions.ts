import type { Action } from '../actionForm.js';
import { part } from '../dom.js';
import { fillOptions } from '../facts.js';
import { decimalParameter, idParameter, textParameter, wholeParameter } from '../operation.js';
import type { Panel } from '../panel.js';
import { subjectOf, type Offer } from './load.js';

/** For which offer a form is open. */
export interface Chosen {
  offer: Offer | undefined;
}

interface RejectAnswer {
  readonly RejectedUntil?: string | null;
}

const FIRST_REASON = 884320000;
const REASONS = ['OfferNotNeeded', 'OfferElsewhere', 'OfferExpensive', 'OfferUnsuitable', 'OfferOther'];

export function decisionActions(panel: Panel, chosen: Chosen): readonly Action[] {
  return [accept(panel, chosen), reject(panel, chosen)];
}

function accept(panel: Panel, chosen: Chosen): Action {
  return {
    name: 'accept',
    right: 'decideOffers',
    prepare: () => {
      part('accept-title', HTMLElement).textContent = panel.text('OfferAcceptTitle', chosen.offer?.product ?? '');
      return Promise.resolve();
    },
    run: async (requestId) => {
      await panel.call('crmx_AcceptRecommendation', {
        ...subjectOf(panel),
        ProductId: idParameter(chosen.offer?.productId),
        Quantity: decimalParameter(part('accept-quantity', HTMLInputElement).valueAsNumber),
        RequestId: textParameter(requestId),
      });
      return panel.text('OfferAccepted', chosen.offer?.product ?? '');
    },
  };
}

function reject(panel: Panel, chosen: Chosen): Action {
  return {
    name: 'reject',
    right: 'decideOffers',
    prepare: () => {
      part('reject-title', HTMLElement).textContent = panel.text('OfferRejectTitle', chosen.offer?.product ?? '');
      fillOptions('reject-reason', [{ value: '', text: '' }, ...REASONS.map((key, at) => ({
        value: String(FIRST_REASON + at), text: panel.text(key),
      }))]);
      return Promise.resolve();
    },
    run: async (requestId) => {
      const answer = await panel.call<RejectAnswer>('crmx_RejectRecommendation', {
        ...subjectOf(panel),
        ProductId: idParameter(chosen.offer?.productId),
        Reason: wholeParameter(Number(part('reject-reason', HTMLSelectElement).value)),
        RequestId: textParameter(requestId),
      });
      const product = chosen.offer?.product ?? '';
      return answer.RejectedUntil
        ? panel.text('OfferRejectedUntil', product, panel.format.day(answer.RejectedUntil))
        : panel.text('OfferRejected', product);
    },
  };
}
