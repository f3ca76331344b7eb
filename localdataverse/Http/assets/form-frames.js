// Controls of the form that show web resources: scripts reach the page inside through getContentWindow.
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

  window.LocalPage.frames = [...document.querySelectorAll('iframe[data-control]')].map(makeFrame);
})();
