import { ActionForms, type Action } from './actionForm.js';
import { part, show } from './dom.js';
import { showFacts, shownValue } from './facts.js';
import { flagParameter, rowParameter, textParameter } from './operation.js';
import { startPanel, type Panel } from './panel.js';

interface ApprovalRow {
  readonly crmx_decision: number | null;
  readonly crmx_kind: number | null;
  readonly crmx_points: number | null;
}

interface DecisionAnswer {
  readonly Balance: number;
}

const TABLE = 'crmx_approval';
const OPEN = 884320000;
const ADJUSTMENT = 884320000;
const TRANSFER = 884320001;
const COLUMNS = 'crmx_decision,crmx_kind,crmx_points,_crmx_memberid_value,_crmx_requestedbyid_value';

startPanel((panel, refresh) => {
  const forms = new ActionForms(panel, [decide(panel, 'approve', true), decide(panel, 'refuse', false)], refresh);
  return async () => {
    if (panel.rowId === '') return;
    const row = await panel.row<ApprovalRow>(TABLE, panel.rowId, COLUMNS);
    const isMove = row.crmx_kind === ADJUSTMENT || row.crmx_kind === TRANSFER;
    const isOpen = (row.crmx_decision ?? OPEN) === OPEN;
    showFacts('facts', [
      { name: panel.text('Kind'), value: shownValue(row, 'crmx_kind') },
      { name: panel.text('Points'), value: panel.format.signed(row.crmx_points ?? 0) },
      { name: panel.text('Member'), value: shownValue(row, '_crmx_memberid_value') },
      { name: panel.text('RequestedBy'), value: shownValue(row, '_crmx_requestedbyid_value') },
      { name: panel.text('Decision'), value: shownValue(row, 'crmx_decision') },
    ]);
    show(part('elsewhere', HTMLElement), isOpen && !isMove);
    forms.offer(() => isOpen && isMove, await panel.rights());
  };
});

/** Once decided, the same decision may be sent again without effect: the server needs no request id. */
function decide(panel: Panel, name: string, isApproved: boolean): Action {
  return {
    name,
    right: 'supervise',
    run: async () => {
      const comment = part(`${name}-comment`, HTMLTextAreaElement).value.trim();
      const answer = await panel.call<DecisionAnswer>('crmx_DecideApproval', {
        Approval: rowParameter(TABLE, panel.rowId),
        Approve: flagParameter(isApproved),
        Comment: comment === '' ? undefined : textParameter(comment),
      });
      return panel.text(isApproved ? 'ApproveDone' : 'RefuseDone', panel.format.whole(answer.Balance));
    },
  };
}
