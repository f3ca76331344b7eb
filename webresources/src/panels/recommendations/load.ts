import { documentOf, isDocument } from '../document.js';
import { idParameter, textParameter, type Parameter } from '../operation.js';
import type { Panel } from '../panel.js';

/** A recommended product; the reason is a sentence in both languages. */
export interface Offer {
  readonly productId: string;
  readonly product: string;
  readonly textEn: string;
  readonly textDe: string;
}

/** Two lists that are never mixed. */
export interface Offers {
  readonly again: readonly Offer[];
  readonly goesWith: readonly Offer[];
  /** Name of what the reader has to know; empty: nothing. */
  readonly notice: string;
}

interface Answer {
  readonly GoesWith: string;
  readonly BuyAgain: string;
  readonly Notice?: string | null;
}


/** The parameters that name the form's document or customer. */
export function subjectOf(panel: Panel): Readonly<Record<string, Parameter>> {
  return isDocument(panel)
    ? documentOf(panel)
    : { CustomerTable: textParameter(panel.table), CustomerId: idParameter(panel.rowId) };
}

export async function recommend(panel: Panel): Promise<Offers> {
  const answer = await panel.call<Answer>('crmx_Recommend', subjectOf(panel));
  return {
    again: JSON.parse(answer.BuyAgain) as Offer[],
    goesWith: JSON.parse(answer.GoesWith) as Offer[],
    notice: answer.Notice ?? '',
  };
}
