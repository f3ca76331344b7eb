import { part } from '../dom.js';
import { fillOptions } from '../facts.js';
import type { Panel } from '../panel.js';
import type { Shown } from './actions.js';
import { ACTIVE } from './head.js';

interface FoundRow {
  readonly crmx_loyaltymemberid: string;
  readonly crmx_name: string | null;
}

/** More than these are asked for more letters. */
const MOST = 20;

/** Searches the member who receives points: by button or Enter, among active members of the same programme. */
export function connectTransfer(panel: Panel, shown: Shown): void {
  const name = part('transfer-name', HTMLInputElement);
  const find = (): void => {
    search(panel, shown, name.value).catch((problem: unknown) => {
      part('transfer-problem', HTMLElement).textContent = panel.problemText(problem);
    });
  };
  part('transfer-find', HTMLButtonElement).addEventListener('click', find);
  name.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    find();
  });
}

async function search(panel: Panel, shown: Shown, words: string): Promise<void> {
  const member = shown.member;
  if (member === undefined) return;
  const literal = encodeURIComponent(words.trim().replace(/'/g, "''"));
  const rows = await panel.rows<FoundRow>('crmx_loyaltymember',
    `?$select=crmx_name&$filter=_crmx_programid_value eq ${member.programmeId}`
    + ` and crmx_lifecycle eq ${String(ACTIVE)} and crmx_loyaltymemberid ne ${member.id}`
    + ` and contains(crmx_name,'${literal}')&$orderby=crmx_name&$top=${String(MOST)}`);
  fillOptions('transfer-to', rows.map((row) => ({ value: row.crmx_loyaltymemberid, text: row.crmx_name ?? '' })));
  const found = rows.length === 0 ? panel.text('TransferNobody') : '';
  part('transfer-problem', HTMLElement).textContent = found;
  part(rows.length === 0 ? 'transfer-name' : 'transfer-to', HTMLElement).focus();
}
