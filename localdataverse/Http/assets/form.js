// Starts the form: hooks up the handlers that the form names, calls those of its load, lets Save save.
'use strict';

(() => {
  const { page, formContext, executionContext, saves, save } = window.LocalPage;

  function resolve(handler) {
    const found = handler.function.split('.').reduce((at, name) => at?.[name], window);
    if (typeof found !== 'function') {
      throw new Error(`The handler ${handler.function} is no function of ${handler.library}.`);
    }
    return found;
  }

  /** The parameters of a handler are written as the arguments of a call: numbers, texts, true, false, null. */
  function argumentsOf(handler) {
    if (handler.parameters.trim() === '') return [];
    try {
      return JSON.parse(`[${handler.parameters.replaceAll("'", '"')}]`);
    } catch (malformed) {
      throw new Error(`The parameters of ${handler.function} are no list of values: ${malformed.message}`);
    }
  }

  function call(handler) {
    const callable = resolve(handler);
    const given = argumentsOf(handler);
    return (context) => callable(...(handler.passContext ? [context, ...given] : given));
  }

  function hook(handler) {
    switch (handler.event) {
      case 'onload':
        call(handler)(executionContext(formContext));
        break;
      case 'onsave':
        saves.add(call(handler));
        break;
      case 'onchange':
        formContext.getAttribute(handler.attribute)?.addOnChange(call(handler));
        break;
      default:
        throw new Error(`The form event ${handler.event} is not supported by the local Dataverse.`);
    }
  }

  const form = document.getElementById('form');
  const button = document.getElementById('save');
  const state = document.getElementById('state');

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    state.textContent = '';
    formContext.ui.clearFormNotification('save');
    try {
      await save();
      state.textContent = page.words.saved;
    } catch (failure) {
      formContext.ui.setFormNotification(failure.message, 'ERROR', 'save');
    } finally {
      button.disabled = false;
    }
  });
  form.addEventListener('input', () => { state.textContent = ''; });

  page.handlers.forEach(hook);
  document.documentElement.dataset.ready = 'true';
})();
