import type { Action } from '../actionForm.js';
import { part } from '../dom.js';
import { fillOptions } from '../facts.js';
import { rowParameter, textParameter, wholeParameter } from '../operation.js';
import type { Panel } from '../panel.js';
import type { Shown } from './actions.js';

interface RewardRow {
  readonly crmx_rewardid: string;
  readonly crmx_name: string | null;
  readonly crmx_points: number | null;
}

interface ReserveAnswer {
  readonly ReservedPoints: number;
  readonly Value: number;
  readonly VoucherCode?: string | null;
  readonly ReservedUntil?: string | null;
}

/** Choice of the list: a voucher for points that the user names. */
const VOUCHER = '';

/** Takes points for a reward of the programme, or for a voucher. */
export function reserveAction(panel: Panel, shown: Shown): Action {
  const choice = part('reserve-for', HTMLSelectElement);
  choice.addEventListener('change', askForPoints);
  return {
    name: 'reserve',
    right: 'book',
    prepare: async () => {
      fillOptions('reserve-for', [{ value: VOUCHER, text: panel.text('ReserveVoucher') }]);
      askForPoints();
      const rewards = await offeredRewards(panel, shown.member?.programmeId ?? '');
      fillOptions('reserve-for', [{ value: VOUCHER, text: panel.text('ReserveVoucher') }, ...rewards]);
    },
    run: async (requestId) => {
      const reward = choice.value;
      const answer = await panel.call<ReserveAnswer>('crmx_ReservePoints', {
        Member: rowParameter('crmx_loyaltymember', panel.rowId),
        Reward: reward === VOUCHER ? undefined : rowParameter('crmx_reward', reward),
        Points: reward === VOUCHER
          ? wholeParameter(part('reserve-points', HTMLInputElement).valueAsNumber)
          : undefined,
        RequestId: textParameter(requestId),
      });
      return sentence(panel, answer);
    },
  };
}

/** A reward has its price: no points are asked for. */
function askForPoints(): void {
  const points = part('reserve-points', HTMLInputElement);
  points.disabled = part('reserve-for', HTMLSelectElement).value !== VOUCHER;
  if (points.disabled) points.value = '';
}

async function offeredRewards(panel: Panel, programme: string): Promise<{ value: string; text: string }[]> {
  const rows = await panel.rows<RewardRow>('crmx_reward',
    `?$select=crmx_name,crmx_points&$filter=statecode eq 0 and _crmx_programid_value eq ${programme}`
    + '&$orderby=crmx_points');
  return rows.map((row) => ({
    value: row.crmx_rewardid,
    text: panel.text('RewardFor', row.crmx_name ?? '', panel.format.whole(row.crmx_points ?? 0)),
  }));
}

function sentence(panel: Panel, answer: ReserveAnswer): string {
  const { format } = panel;
  const done = panel.text('ReserveDone', format.whole(answer.ReservedPoints), format.amount(answer.Value));
  const code = answer.VoucherCode ? ` ${panel.text('ReserveCode', answer.VoucherCode)}` : '';
  const until = answer.ReservedUntil ? ` ${panel.text('ReserveUntil', format.moment(answer.ReservedUntil))}` : '';
  return done + code + until;
}
