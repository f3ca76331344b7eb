import { ActionForms, type Action } from './actionForm.js';
import { element, part, show } from './dom.js';
import { showFacts } from './facts.js';
import { showContent, startPanel, type Panel } from './panel.js';

interface Beat {
  readonly crmx_beaton: string | null;
}

interface Finding {
  readonly crmx_healthfindingid: string;
  readonly crmx_code: string | null;
  readonly crmx_foundon: string | null;
}

/** Three beats of the platform's clock; the server counts the same. */
const LONGEST_MS = 6 * 60 * 60 * 1000;
const MOST_FINDINGS = 10;

startPanel((panel, refresh) => {
  const forms = new ActionForms(panel, [repairAction(panel)], refresh);
  return async () => {
    if (!await showContent(panel, 'administer')) return;
    const beat = await lastBeat(panel);
    const isLost = beat === undefined || Date.now() - Date.parse(beat) > LONGEST_MS;
    // A clock that stands still cannot say so itself: whoever looks starts the work and lets the server write it down.
    if (isLost) await panel.call('crmx_RunDueWork', {});
    part('standing', HTMLElement).textContent = panel.text(isLost ? 'ScheduleLost' : 'ScheduleRuns');
    showFacts('facts', [
      { name: panel.text('ScheduleBeat'), value: beat === undefined ? undefined : panel.format.moment(beat) },
    ]);
    await showFindings(panel);
    forms.offer(() => true, await panel.rights());
  };
});

function repairAction(panel: Panel): Action {
  return {
    name: 'repair',
    right: 'administer',
    run: async () => {
      const answer = await panel.call<{ Repaired: number }>('crmx_EnsureSchedule', {});
      return panel.text('RepairDone', panel.format.whole(answer.Repaired));
    },
  };
}

async function lastBeat(panel: Panel): Promise<string | undefined> {
  const beats = await panel.rows<Beat>('crmx_heartbeat', '?$select=crmx_beaton&$orderby=crmx_beaton desc&$top=1');
  return beats[0]?.crmx_beaton ?? undefined;
}

/** What is open has a key; each opens its row with the details. */
async function showFindings(panel: Panel): Promise<void> {
  const findings = await panel.rows<Finding>('crmx_healthfinding',
    '?$select=crmx_code,crmx_foundon&$filter=crmx_key ne null'
    + `&$orderby=crmx_foundon desc&$top=${String(MOST_FINDINGS)}`);
  part('findings', HTMLElement).replaceChildren(...findings.map((finding) => card(panel, finding)));
  show(part('wrong', HTMLElement), findings.length > 0);
}

function card(panel: Panel, finding: Finding): HTMLElement {
  const open = element('button', { type: 'button', class: 'link' }, finding.crmx_code ?? '');
  open.addEventListener('click', () => {
    panel.open('crmx_healthfinding', finding.crmx_healthfindingid);
  });
  const found = finding.crmx_foundon === null ? '' : panel.format.moment(finding.crmx_foundon);
  return element('li', {}, open, element('p', {}, found));
}
