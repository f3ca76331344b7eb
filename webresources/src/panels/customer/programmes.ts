import type { Panel } from '../panel.js';
import { isActive, type Membership } from './memberships.js';

export interface Programme {
  readonly crmx_loyaltyprogramid: string;
  readonly crmx_name: string | null;
}

/** Running programmes that the customer may join or come back to. */
export async function freeProgrammes(panel: Panel, members: readonly Membership[]): Promise<readonly Programme[]> {
  const programmes = await panel.rows<Programme>('crmx_loyaltyprogram',
    '?$select=crmx_name&$filter=statecode eq 0 and crmx_ispaused ne true&$orderby=crmx_name');
  const taken = new Set(members.filter(isActive).map((member) => member._crmx_programid_value));
  return programmes.filter((programme) => !taken.has(programme.crmx_loyaltyprogramid));
}
