import { ActionForms } from './actionForm.js';
import { show, part } from './dom.js';
import { memberActions, type Shown } from './member/actions.js';
import { showEntries } from './member/entries.js';
import { loadMember, showMember } from './member/head.js';
import { startPanel } from './panel.js';

startPanel((panel, refresh) => {
  const shown: Shown = { member: undefined };
  const forms = new ActionForms(panel, memberActions(panel, shown), refresh);
  return async () => {
    shown.member = panel.rowId === '' ? undefined : await loadMember(panel);
    forms.offer(() => shown.member?.isActive === true, await panel.rights());
    if (shown.member === undefined) {
      show(part('entries', HTMLElement), false);
      return;
    }
    showMember(panel, shown.member);
    await showEntries(panel);
  };
});
