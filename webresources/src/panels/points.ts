import { ActionForms } from './actionForm.js';
import { isDocument, writeRightOf } from './document.js';
import { showContent, startPanel } from './panel.js';
import { payAction, type Quoted } from './points/pay.js';
import { loadQuote, showPayments, showQuote } from './points/quote.js';

/** An opportunity has no price that points could pay for. */
const UNPAID = 'opportunity';

startPanel((panel, refresh) => {
  const quoted: Quoted = { points: 0 };
  const forms = new ActionForms(panel, [payAction(panel, quoted)], refresh);
  return async () => {
    if (!await showContent(panel, 'book')) return;
    const quote = await loadQuote(panel);
    quoted.points = quote.RedeemablePoints;
    showQuote(panel, quote);
    await showPayments(panel);
    const rights = await panel.rights();
    const isPayable = panel.table !== UNPAID && quoted.points > 0;
    const mayWrite = !isDocument(panel) || rights.may(writeRightOf(panel));
    forms.offer(() => isPayable, { may: (right) => mayWrite && rights.may(right) });
  };
});
