import type { Action } from '../actionForm.js';
import { part } from '../dom.js';
import { fillOptions } from '../facts.js';
import { idParameter, rowParameter, textParameter } from '../operation.js';
import type { Panel } from '../panel.js';
import type { Programme } from './programmes.js';

interface EnrolAnswer {
  readonly IsNew: boolean;
}

/** Whoever is a member stays one, so that the call may be repeated without a request id. */
export function enrolAction(panel: Panel, free: () => readonly Programme[]): Action {
  return {
    name: 'enrol',
    right: 'book',
    prepare: () => {
      fillOptions('enrol-programme', free().map((programme) => ({
        value: programme.crmx_loyaltyprogramid, text: programme.crmx_name ?? '',
      })));
      return Promise.resolve();
    },
    run: async () => {
      const programme = part('enrol-programme', HTMLSelectElement);
      const code = part('enrol-code', HTMLInputElement).value.trim();
      const name = programme.selectedOptions[0]?.textContent ?? '';
      const answer = await panel.call<EnrolAnswer>('crmx_EnrolMember', {
        Programme: rowParameter('crmx_loyaltyprogram', programme.value),
        CustomerTable: textParameter(panel.table),
        CustomerId: idParameter(panel.rowId),
        ReferralCode: code === '' ? undefined : textParameter(code),
      });
      return panel.text(answer.IsNew ? 'EnrolDone' : 'EnrolBack', name);
    },
  };
}
