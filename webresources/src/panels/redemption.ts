import { ActionForms, type Action } from './actionForm.js';
import { showFacts, shownValue } from './facts.js';
import { rowParameter } from './operation.js';
import { startPanel, type Panel } from './panel.js';
import type { Right } from '../rights.js';

interface RedemptionRow {
  readonly crmx_state: number | null;
  readonly crmx_points: number | null;
  readonly crmx_value: number | null;
  readonly crmx_vouchercode: string | null;
  readonly crmx_reserveduntil: string | null;
}

const TABLE = 'crmx_redemption';
const RESERVED = 884320000;
const COMMITTED = 884320001;
const COLUMNS = 'crmx_state,crmx_points,crmx_value,crmx_vouchercode,crmx_reserveduntil';

startPanel((panel, refresh) => {
  const forms = new ActionForms(panel, [
    action(panel, 'commit', 'crmx_CommitRedemption', 'CommitDone'),
    action(panel, 'release', 'crmx_ReleaseRedemption', 'ReleaseDone'),
    action(panel, 'reverse', 'crmx_ReverseRedemption', 'ReverseDone', 'supervise'),
  ], refresh);
  return async () => {
    if (panel.rowId === '') return;
    const row = await panel.row<RedemptionRow>(TABLE, panel.rowId, COLUMNS);
    showRedemption(panel, row);
    forms.offer(
      (name) => row.crmx_state === (name === 'reverse' ? COMMITTED : RESERVED), await panel.rights());
  };
});

/** These calls name the redemption and may be repeated: they need no request id. */
function action(panel: Panel, name: string, api: string, done: string, right: Right = 'book'): Action {
  return {
    name,
    right,
    run: async () => {
      await panel.call(api, { Redemption: rowParameter(TABLE, panel.rowId) });
      return panel.text(done);
    },
  };
}

function showRedemption(panel: Panel, row: RedemptionRow): void {
  const { format } = panel;
  const isReserved = row.crmx_state === RESERVED;
  showFacts('facts', [
    { name: panel.text('State'), value: shownValue(row, 'crmx_state') },
    { name: panel.text('Points'), value: format.whole(row.crmx_points ?? 0) },
    { name: panel.text('Value'), value: format.amount(row.crmx_value ?? 0) },
    { name: panel.text('VoucherCode'), value: row.crmx_vouchercode ?? undefined },
    {
      name: panel.text('ReservedUntil'),
      value: isReserved && row.crmx_reserveduntil !== null ? format.moment(row.crmx_reserveduntil) : undefined,
    },
  ]);
}
