import { ActionForms } from './actionForm.js';
import { enrolAction } from './customer/enrol.js';
import { loadMemberships, showMemberships, type Membership } from './customer/memberships.js';
import { freeProgrammes, type Programme } from './customer/programmes.js';
import { showContent, startPanel } from './panel.js';

startPanel((panel, refresh) => {
  let free: readonly Programme[] = [];
  const forms = new ActionForms(panel, [enrolAction(panel, () => free)], refresh);
  return async () => {
    if (!await showContent(panel, 'seeMembers')) return;
    const members: readonly Membership[] = await loadMemberships(panel);
    showMemberships(panel, members);
    free = await freeProgrammes(panel, members);
    forms.offer(() => free.length > 0, await panel.rights());
  };
});
