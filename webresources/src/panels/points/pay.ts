import type { Action } from '../actionForm.js';
import { documentOf } from '../document.js';
import { part } from '../dom.js';
import { fillOptions, shownValue } from '../facts.js';
import { plainId, rowParameter, textParameter, wholeParameter } from '../operation.js';
import type { Panel } from '../panel.js';

/** How many points could pay for the document as it is. */
export interface Quoted {
  points: number;
}

interface MemberRow {
  readonly crmx_loyaltymemberid: string;
  readonly _crmx_programid_value: string | null;
}

interface ReserveAnswer {
  readonly ReservedPoints: number;
  readonly Value: number;
}

const ACTIVE = 884320000;
const MEMBER = 'crmx_loyaltymember';

/** Takes points of the document's customer as a discount. */
export function payAction(panel: Panel, quoted: Quoted): Action {
  return {
    name: 'pay',
    right: 'book',
    prepare: async () => {
      part('pay-points', HTMLInputElement).value = String(quoted.points);
      fillOptions('pay-member', []);
      const members = await membersOf(panel);
      fillOptions('pay-member', members);
      if (members.length === 0) throw new Error(panel.text('PayNobody'));
    },
    run: async (requestId) => {
      const answer = await panel.call<ReserveAnswer>('crmx_ReservePoints', {
        ...documentOf(panel),
        Member: rowParameter(MEMBER, part('pay-member', HTMLSelectElement).value),
        Points: wholeParameter(part('pay-points', HTMLInputElement).valueAsNumber),
        RequestId: textParameter(requestId),
      });
      return panel.text('PayDone', panel.format.whole(answer.ReservedPoints), panel.format.amount(answer.Value));
    },
  };
}

/** Active memberships of the customer of the form; a customer may be in several programmes. */
async function membersOf(panel: Panel): Promise<{ value: string; text: string }[]> {
  const customer = panel.form.getAttribute<Xrm.Attributes.LookupAttribute>('customerid')?.getValue()?.[0];
  if (customer === undefined) return [];
  const rows = await panel.rows<MemberRow>(MEMBER,
    `?$select=_crmx_programid_value&$filter=_crmx_customerid_value eq ${plainId(customer.id)}`
    + ` and crmx_lifecycle eq ${String(ACTIVE)}&$orderby=createdon`);
  return rows.map((row) => ({
    value: row.crmx_loyaltymemberid,
    text: shownValue(row, '_crmx_programid_value') ?? '',
  }));
}
