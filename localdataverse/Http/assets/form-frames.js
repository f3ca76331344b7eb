// Controls of the form that show no column: web resources, whose page scripts reach through getContentWindow, and
// sub-grids, which scripts refresh.
'use strict';

(() => {
  const { strict } = window.LocalPage;

  function makeFrame(frame) {
    const name = frame.dataset.control;
    const box = frame.closest('.frame');
    return strict(`control(${name})`, {
      getName: () => name,
      getControlType: () => 'webresource',
      getLabel: () => frame.title,
      setLabel: (text) => { frame.title = text; },
      getVisible: () => !box.hidden,
      setVisible: (visible) => { box.hidden = !visible; },
      getSrc: () => frame.src,
      setSrc: (address) => { frame.src = address; },
      getObject: () => frame,
      // At once, as in the cloud: the page inside may not have run its scripts yet.
      getContentWindow: () => Promise.resolve(frame.contentWindow),
    });
  }

  function makeGrid(element) {
    const name = element.dataset.grid;
    const loads = [];
    return strict(`control(${name})`, {
      getName: () => name,
      getControlType: () => 'subgrid',
      getLabel: () => element.dataset.label,
      getVisible: () => !element.hidden,
      setVisible: (visible) => { element.hidden = !visible; },
      addOnLoad: (handler) => { loads.push(handler); },
      removeOnLoad: (handler) => {
        const at = loads.indexOf(handler);
        if (at >= 0) loads.splice(at, 1);
      },
      // Returns at once, as in the cloud; the handlers of its load are told when the rows are there.
      refresh: () => {
        void reload(element).then(() => loads.forEach((handler) => handler()));
      },
    });
  }

  /** The rows as the server writes them for this page now. */
  async function reload(element) {
    const response = await fetch(location.href);
    if (!response.ok) throw new Error(`The sub-grid cannot be read: ${response.status} ${response.statusText}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = [...page.querySelectorAll('[data-grid]')].find((one) => one.dataset.grid === element.dataset.grid);
    element.replaceChildren(...(fresh?.childNodes ?? []));
  }

  window.LocalPage.grids = [...document.querySelectorAll('[data-grid]')].map(makeGrid);
  window.LocalPage.frames = [...document.querySelectorAll('iframe[data-control]')].map(makeFrame);
})();
