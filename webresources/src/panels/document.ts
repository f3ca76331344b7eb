import type { Right } from '../rights.js';
import { idParameter, textParameter, type Parameter } from './operation.js';
import type { Panel } from './panel.js';

const WRITES: Readonly<Record<string, Right>> = {
  opportunity: 'writeOpportunity',
  quote: 'writeQuote',
  salesorder: 'writeOrder',
};

/** Opportunities, quotes and orders have lines; customers do not. */
export function isDocument(panel: Panel): boolean {
  return panel.table in WRITES;
}

/** What adding a line or a discount to the form's document takes. */
export function writeRightOf(panel: Panel): Right {
  const right = WRITES[panel.table];
  if (right === undefined) throw new Error(`The table ${panel.table} has no lines.`);
  return right;
}

/** The parameters that name the form's document. */
export function documentOf(panel: Panel): Readonly<Record<string, Parameter>> {
  return { DocumentTable: textParameter(panel.table), DocumentId: idParameter(panel.rowId) };
}
