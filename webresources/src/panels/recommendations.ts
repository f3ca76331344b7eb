import { ActionForms } from './actionForm.js';
import { sayDenied, showContent, startPanel } from './panel.js';
import { decisionActions, type Chosen } from './recommendations/actions.js';
import { recommend } from './recommendations/load.js';
import { offeredBy, showOffers } from './recommendations/view.js';

startPanel((panel, refresh) => {
  const chosen: Chosen = { offer: undefined };
  const forms = new ActionForms(panel, decisionActions(panel, chosen), refresh);
  return async () => {
    if (!await showContent(panel, 'seeOffers')) return;
    const offered = offeredBy(panel, await panel.rights());
    showOffers(panel, await recommend(panel), offered.names, (name, offer, origin) => {
      chosen.offer = offer;
      void forms.openFrom(name, origin);
    });
    sayDenied(offered.denied);
  };
});
