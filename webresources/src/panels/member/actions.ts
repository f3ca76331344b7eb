import type { Action } from '../actionForm.js';
import { part } from '../dom.js';
import { fillOptions } from '../facts.js';
import { rowParameter, textParameter, wholeParameter } from '../operation.js';
import type { Panel } from '../panel.js';
import type { Member } from './head.js';
import { connectTransfer } from './receiver.js';
import { reserveAction } from './reserve.js';

/** What the panel shows at the moment; undefined while the member is new. */
export interface Shown {
  member: Member | undefined;
}

/** Answer of the calls that may wait for a second person; an empty id stands for none. */
interface MoveAnswer {
  readonly ApprovalId?: string | null;
  readonly Balance: number;
}

interface LeaveAnswer {
  readonly ForfeitedPoints: number;
  readonly PaidOutPoints: number;
  readonly PaidOutValue: number;
  readonly FrozenUntil?: string | null;
}

const MEMBER = 'crmx_loyaltymember';
const NO_ID = '00000000-0000-0000-0000-000000000000';
const FIRST_REASON = 884320000;
const REASONS = ['ReasonGoodwill', 'ReasonCorrection', 'ReasonRecovery', 'ReasonOther'];

export function memberActions(panel: Panel, shown: Shown): readonly Action[] {
  return [adjust(panel), reserveAction(panel, shown), transfer(panel, shown), leave(panel, shown)];
}

function adjust(panel: Panel): Action {
  return {
    name: 'adjust',
    right: 'book',
    prepare: () => {
      fillOptions('adjust-reason', [{ value: '', text: '' }, ...REASONS.map((key, at) => ({
        value: String(FIRST_REASON + at), text: panel.text(key),
      }))]);
      return Promise.resolve();
    },
    run: async (requestId) => {
      const points = part('adjust-points', HTMLInputElement).valueAsNumber;
      const note = part('adjust-note', HTMLTextAreaElement).value.trim();
      const answer = await panel.call<MoveAnswer>('crmx_AdjustPoints', {
        Member: rowParameter(MEMBER, panel.rowId),
        Points: wholeParameter(points),
        Reason: wholeParameter(Number(part('adjust-reason', HTMLSelectElement).value)),
        RequestId: textParameter(requestId),
        Note: note === '' ? undefined : textParameter(note),
      });
      const balance = panel.format.whole(answer.Balance);
      return isWaiting(answer)
        ? panel.text('ApprovalAsked', balance)
        : panel.text('AdjustDone', panel.format.signed(points), balance);
    },
  };
}

function transfer(panel: Panel, shown: Shown): Action {
  connectTransfer(panel, shown);
  return {
    name: 'transfer',
    right: 'supervise',
    prepare: () => {
      fillOptions('transfer-to', []);
      return Promise.resolve();
    },
    run: async (requestId) => {
      const to = part('transfer-to', HTMLSelectElement);
      const points = part('transfer-points', HTMLInputElement).valueAsNumber;
      const answer = await panel.call<MoveAnswer>('crmx_TransferPoints', {
        From: rowParameter(MEMBER, panel.rowId),
        To: rowParameter(MEMBER, to.value),
        Points: wholeParameter(points),
        RequestId: textParameter(requestId),
      });
      const balance = panel.format.whole(answer.Balance);
      const name = to.selectedOptions[0]?.textContent ?? '';
      return isWaiting(answer)
        ? panel.text('ApprovalAsked', balance)
        : panel.text('TransferDone', panel.format.whole(points), name, balance);
    },
  };
}

function leave(panel: Panel, shown: Shown): Action {
  return {
    name: 'leave',
    right: 'book',
    prepare: () => {
      const balance = panel.format.whole(shown.member?.balance ?? 0);
      part('leave-warning', HTMLElement).textContent = panel.text('LeaveWarning', balance);
      return Promise.resolve();
    },
    run: async (requestId) => {
      const answer = await panel.call<LeaveAnswer>('crmx_LeaveProgramme', {
        Member: rowParameter(MEMBER, panel.rowId),
        RequestId: textParameter(requestId),
      });
      return leaveSentence(panel, answer);
    },
  };
}

function leaveSentence(panel: Panel, answer: LeaveAnswer): string {
  const { format } = panel;
  const sentences = [panel.text('LeaveDone')];
  if (answer.ForfeitedPoints !== 0) {
    sentences.push(panel.text('LeaveForfeited', format.whole(answer.ForfeitedPoints)));
  }
  if (answer.PaidOutPoints !== 0) {
    sentences.push(panel.text('LeavePaid', format.whole(answer.PaidOutPoints), format.amount(answer.PaidOutValue)));
  }
  if (typeof answer.FrozenUntil === 'string') {
    sentences.push(panel.text('LeaveFrozen', format.day(answer.FrozenUntil)));
  }
  return sentences.join(' ');
}

function isWaiting(answer: MoveAnswer): boolean {
  return typeof answer.ApprovalId === 'string' && answer.ApprovalId !== NO_ID;
}
