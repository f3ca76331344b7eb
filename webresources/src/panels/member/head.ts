import { part, show } from '../dom.js';
import { showFacts, shownValue } from '../facts.js';
import type { Panel } from '../panel.js';

/** What the head of a ledger says today. */
export interface Member {
  readonly id: string;
  readonly programmeId: string;
  readonly balance: number;
  readonly available: number;
  readonly pending: number;
  readonly nextExpiry: { readonly on: string; readonly points: number } | undefined;
  readonly isActive: boolean;
  readonly lifecycle: string;
}

interface MemberRow {
  readonly _crmx_programid_value: string | null;
  readonly crmx_balance: number | null;
  readonly crmx_available: number | null;
  readonly crmx_pending: number | null;
  readonly crmx_nextexpiryon: string | null;
  readonly crmx_nextexpirypoints: number | null;
  readonly crmx_lifecycle: number | null;
}

export const ACTIVE = 884320000;
const COLUMNS = '_crmx_programid_value,crmx_balance,crmx_available,crmx_pending,crmx_nextexpiryon,'
  + 'crmx_nextexpirypoints,crmx_lifecycle';

export async function loadMember(panel: Panel): Promise<Member> {
  const row = await panel.row<MemberRow>('crmx_loyaltymember', panel.rowId, COLUMNS);
  return {
    id: panel.rowId,
    programmeId: row._crmx_programid_value ?? '',
    balance: row.crmx_balance ?? 0,
    available: row.crmx_available ?? 0,
    pending: row.crmx_pending ?? 0,
    nextExpiry: row.crmx_nextexpiryon === null
      ? undefined
      : { on: row.crmx_nextexpiryon, points: row.crmx_nextexpirypoints ?? 0 },
    isActive: (row.crmx_lifecycle ?? ACTIVE) === ACTIVE,
    lifecycle: shownValue(row, 'crmx_lifecycle') ?? '',
  };
}

export function showMember(panel: Panel, member: Member): void {
  const { format } = panel;
  const expiry = member.nextExpiry;
  showFacts('facts', [
    { name: panel.text('Balance'), value: format.whole(member.balance) },
    { name: panel.text('Available'), value: format.whole(member.available) },
    { name: panel.text('Pending'), value: format.whole(member.pending) },
    {
      name: panel.text('NextExpiry'),
      value: expiry === undefined
        ? undefined
        : panel.text('PointsOn', format.whole(expiry.points), format.day(expiry.on)),
    },
  ]);
  const inactive = part('inactive', HTMLElement);
  inactive.textContent = panel.text('MemberInactive', member.lifecycle);
  show(inactive, !member.isActive);
}
