import { ActionForms } from './actionForm.js';
import { part, show } from './dom.js';
import { startPanel } from './panel.js';
import { decisionActions, type Chosen } from './recommendations/actions.js';
import { recommend, type Offers } from './recommendations/load.js';
import { showOffers } from './recommendations/view.js';

startPanel((panel, refresh) => {
  const chosen: Chosen = { offer: undefined };
  const forms = new ActionForms(panel, decisionActions(panel, chosen), refresh);
  return async () => {
    show(part('content', HTMLElement), panel.rowId !== '');
    if (panel.rowId === '') return;
    const offers: Offers = await recommend(panel);
    showOffers(panel, offers, (name, offer, origin) => {
      chosen.offer = offer;
      void forms.openFrom(name, origin);
    });
  };
});
