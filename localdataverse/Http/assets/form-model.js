// The form as scripts see it: formContext with attributes, controls, notifications, tabs, bound to the inputs.
'use strict';

(() => {
  const { page, strict, request, rowAddress, keepLanguage, ANNOTATIONS, frames, grids } = window.LocalPage;
  const numbers = (decimals) =>
    new Intl.NumberFormat(page.locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const shared = new Map();

  /** A list as the client API has it: get() all, by name, by index or by condition. */
  function collection(name, items) {
    return strict(name, {
      get(which) {
        if (which === undefined || which === null) return [...items];
        if (typeof which === 'number') return items[which] ?? null;
        if (typeof which === 'function') return items.filter((item, index) => which(item, index));
        return items.find((item) => item.getName() === which) ?? null;
      },
      forEach: (action) => items.forEach((item, index) => action(item, index)),
      getLength: () => items.length,
    });
  }

  /** Handlers of one event, each once, called in order. */
  function handlerList() {
    const handlers = [];
    return {
      add: (handler) => {
        if (typeof handler !== 'function') throw new Error('An event handler is a function.');
        if (!handlers.includes(handler)) handlers.push(handler);
      },
      remove: (handler) => {
        const at = handlers.indexOf(handler);
        if (at >= 0) handlers.splice(at, 1);
      },
      fire: (context) => [...handlers].forEach((handler) => handler(context)),
    };
  }

  function executionContext(source, eventArgs) {
    return strict('executionContext', {
      getFormContext: () => formContext,
      getEventSource: () => source,
      getEventArgs: () => eventArgs ?? null,
      getDepth: () => 1,
      getContext: () => window.Xrm.Utility.getGlobalContext(),
      getSharedVariable: (key) => shared.get(key),
      setSharedVariable: (key, value) => shared.set(key, value),
    });
  }

  function fromWire(column, value) {
    if (value === undefined || value === null) return null;
    if (column.kind !== 'datetime') return value;
    return new Date(column.dateBehavior === 'DateOnly' ? `${value}T00:00:00Z` : value);
  }

  function sameValue(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  function inputText(column, value) {
    if (value === null) return '';
    switch (column.kind) {
      case 'datetime': return value.toISOString().slice(0, column.dateOnly ? 10 : 16);
      case 'lookup': return value.map((row) => row.name).join('; ');
      case 'multiselectoptionset': return value.map((one) => optionText(column, one)).join('; ');
      default: return String(value);
    }
  }

  function optionText(column, value) {
    return column.options?.find((option) => option.value === value)?.text ?? String(value);
  }

  function readOnlyText(column, value) {
    if (value === null) return '';
    switch (column.kind) {
      case 'optionset': return optionText(column, value);
      case 'integer': case 'decimal': case 'double': case 'money': return numbers(column.decimals).format(value);
      case 'datetime': return value.toLocaleString(page.locale, column.dateOnly
        ? { dateStyle: 'short', timeZone: 'UTC' }
        : { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });
      default: return inputText(column, value);
    }
  }

  function readInput(column, input) {
    if (column.kind === 'boolean') return input.checked;
    if (input.value === '') return null;
    switch (column.kind) {
      case 'integer': case 'optionset': return Number.parseInt(input.value, 10);
      case 'decimal': case 'double': case 'money': return Number(input.value);
      case 'datetime': return new Date(column.dateOnly ? `${input.value}T00:00:00Z` : `${input.value}Z`);
      default: return input.value;
    }
  }

  function makeAttribute(name, column) {
    const input = document.getElementById(`field-${name}`);
    const changes = handlerList();
    const controls = [];
    let value = fromWire(column, column.value);
    let saved = value;
    let submitMode = 'dirty';
    let required = column.required;

    function show() {
      if (column.kind === 'boolean') input.checked = value === true;
      else input.value = input.readOnly ? readOnlyText(column, value) : inputText(column, value);
      if (column.kind === 'lookup') showLink();
    }

    function showLink() {
      const link = input.parentElement.querySelector('.open');
      link.hidden = value === null || value.length === 0;
      if (link.hidden) return;
      const row = value[0];
      link.textContent = row.name || row.id;
      const table = encodeURIComponent(row.entityType);
      link.href = keepLanguage(`/main.aspx?pagetype=entityrecord&etn=${table}&id=${row.id}`);
    }

    function problem() {
      if (value === null) return required === 'required' && column.editable ? '?' : null;
      const isNumber = typeof value === 'number' && column.kind !== 'optionset';
      if (isNumber && column.min !== null && value < column.min) return `>= ${column.min}`;
      if (isNumber && column.max !== null && value > column.max) return `<= ${column.max}`;
      return null;
    }

    const attribute = strict(`attribute(${name})`, {
      getName: () => name,
      getAttributeType: () => column.kind,
      getValue: () => value,
      setValue: (next) => {
        value = next === undefined ? null : next;
        show();
      },
      getIsDirty: () => !sameValue(value, saved),
      getInitialValue: () => fromWire(column, column.value),
      getRequiredLevel: () => required,
      setRequiredLevel: (level) => { required = level; },
      getSubmitMode: () => submitMode,
      setSubmitMode: (mode) => { submitMode = mode; },
      getOptions: () => column.options ?? [],
      getOption: (which) =>
        (column.options ?? []).find((option) => option.value === which || option.text === which) ?? null,
      getSelectedOption: () => (column.options ?? []).find((option) => option.value === value) ?? null,
      getText: () => (value === null ? null : optionText(column, value)),
      getMaxLength: () => column.maxLength,
      getMin: () => column.min,
      getMax: () => column.max,
      getPrecision: () => column.decimals,
      getUserPrivilege: () => ({ canRead: true, canCreate: true, canUpdate: column.editable }),
      isValid: () => problem() === null,
      addOnChange: changes.add,
      removeOnChange: changes.remove,
      fireOnChange: () => changes.fire(executionContext(attribute)),
      getParent: () => formContext.data.entity,
      controls: collection(`attribute(${name}).controls`, controls),
    });

    input.addEventListener('change', () => {
      value = readInput(column, input);
      attribute.fireOnChange();
    });
    controls.push(makeControl(name, column, attribute, input));
    show();
    return {
      name, column, attribute, control: controls[0], problem,
      isSent: () => submitMode === 'always' || (submitMode === 'dirty' && attribute.getIsDirty()),
      accept: (next) => {
        value = next;
        saved = next;
        show();
      },
    };
  }

  function makeControl(name, column, attribute, input) {
    const field = input.closest('[data-field]');
    const label = field.querySelector('label');
    const messages = new Map();

    function showMessages() {
      field.querySelectorAll('.message').forEach((element) => element.remove());
      messages.forEach((text) => {
        const element = document.createElement('p');
        element.className = 'message';
        element.textContent = text;
        field.append(element);
      });
      if (messages.size > 0) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }

    return strict(`control(${name})`, {
      getName: () => name,
      getAttribute: () => attribute,
      getControlType: () => (column.kind === 'optionset' || column.kind === 'lookup' ? column.kind : 'standard'),
      getLabel: () => label.textContent,
      setLabel: (text) => { label.textContent = text; },
      getVisible: () => !field.hidden,
      setVisible: (visible) => { field.hidden = !visible; },
      getDisabled: () => input.disabled || input.readOnly,
      setDisabled: (disabled) => { input.disabled = disabled || !column.editable; },
      setFocus: () => input.focus(),
      setNotification: (text, id = '') => {
        messages.set(id, text);
        showMessages();
        return true;
      },
      clearNotification: (id = '') => {
        const was = messages.delete(id);
        showMessages();
        return was;
      },
    });
  }

  const fields = Object.entries(page.columns).map(([name, column]) => makeAttribute(name, column));
  const attributes = collection('attributes', fields.map((field) => field.attribute));
  const controls = collection('controls', [...fields.map((field) => field.control), ...frames, ...grids]);

  const loads = handlerList();
  const saves = handlerList();
  const notifications = document.getElementById('notifications');

  function clearFormNotification(id) {
    const shown = [...notifications.children].find((element) => element.dataset.id === id);
    if (shown === undefined) return false;
    shown.remove();
    return true;
  }

  function setFormNotification(text, level, id) {
    clearFormNotification(id);
    const element = document.createElement('p');
    element.className = 'notification';
    element.dataset.id = id;
    element.dataset.level = level;
    element.textContent = text;
    notifications.append(element);
    return true;
  }

  const tabs = page.tabs.map((tab) => {
    const element = [...document.querySelectorAll('[data-tab]')].find((one) => one.dataset.tab === (tab.name ?? ''));
    return strict(`tab(${tab.name})`, {
      getName: () => tab.name,
      getLabel: () => element.querySelector('h2').textContent,
      setLabel: (text) => { element.querySelector('h2').textContent = text; },
      getVisible: () => !element.hidden,
      setVisible: (visible) => { element.hidden = !visible; },
      getDisplayState: () => 'expanded',
      // Tabs are always open here: the event never comes.
      addTabStateChange: () => undefined,
      removeTabStateChange: () => undefined,
      setFocus: () => element.scrollIntoView(),
      sections: collection('sections', tab.sections.map((section) => {
        const parts = [...element.querySelectorAll('[data-section]')];
        const part = parts.find((one) => one.dataset.section === section.name);
        return strict(`section(${section.name})`, {
          getName: () => section.name,
          getLabel: () => section.label,
          getVisible: () => !part.hidden,
          setVisible: (visible) => { part.hidden = !visible; },
        });
      })),
    });
  });

  function wireValue(column, value) {
    const isDay = column.dateBehavior === 'DateOnly';
    if (column.kind === 'datetime') return value.toISOString().slice(0, isDay ? 10 : undefined);
    return column.kind === 'multiselectoptionset' ? value.join(',') : value;
  }

  function bodyOfChanges() {
    const body = {};
    for (const field of fields.filter((one) => one.isSent())) {
      const value = field.attribute.getValue();
      if (field.column.kind === 'lookup') {
        addLookup(body, field, value);
      } else {
        body[field.column.property] = value === null ? null : wireValue(field.column, value);
      }
    }
    return body;
  }

  function addLookup(body, field, value) {
    if (value === null || value.length === 0) {
      body[field.name] = null;
      return;
    }
    const navigation = field.column.navigation[value[0].entityType] ?? field.name;
    body[`${navigation}@odata.bind`] = `/${rowAddress(value[0].entityType, value[0].id)}`;
  }

  function fromRow(field, row) {
    const property = field.column.property;
    const value = row[property] ?? null;
    if (value === null) return null;
    switch (field.column.kind) {
      case 'lookup': return [{
        id: value,
        name: row[`${property}@OData.Community.Display.V1.FormattedValue`] ?? '',
        entityType: row[`${property}@Microsoft.Dynamics.CRM.lookuplogicalname`],
      }];
      case 'multiselectoptionset': return value.split(',').map(Number);
      default: return fromWire(field.column, value);
    }
  }

  async function reload() {
    const select = fields.map((field) => field.column.property).join(',');
    const address = `${rowAddress(page.table, page.id)}?$select=${select}`;
    const response = await request('GET', address, undefined, ANNOTATIONS);
    const row = await response.json();
    fields.forEach((field) => field.accept(fromRow(field, row)));
    loads.fire(executionContext(formContext.data));
  }

  async function save() {
    let prevented = false;
    saves.fire(executionContext(formContext.data.entity, strict('saveEventArgs', {
      preventDefault: () => { prevented = true; },
      isDefaultPrevented: () => prevented,
      getSaveMode: () => 1,
    })));
    if (prevented) throw new Error('A handler of the form has prevented saving.');
    const broken = fields.find((field) => field.problem() !== null);
    if (broken !== undefined) {
      broken.control.setFocus();
      throw new Error(`${broken.column.label}: ${broken.problem()}`);
    }
    const body = bodyOfChanges();
    if (page.id === null) {
      const created = await window.Xrm.WebApi.createRecord(page.table, body);
      location.replace(keepLanguage(`/main.aspx?pagetype=entityrecord&etn=${page.table}&id=${created.id}`));
      return;
    }
    if (Object.keys(body).length > 0) await window.Xrm.WebApi.updateRecord(page.table, page.id, body);
    await reload();
  }

  const isDirty = () => fields.some((field) => field.attribute.getIsDirty());
  const braced = () => (page.id === null ? '' : `{${page.id.toUpperCase()}}`);
  const nameOf = () => fields.find((field) => field.name === page.primaryName)?.attribute.getValue() ?? '';

  const formContext = strict('formContext', {
    getAttribute: (which) => attributes.get(which),
    getControl: (which) => controls.get(which),
    data: strict('formContext.data', {
      attributes: collection('formContext.data.attributes', []),
      addOnLoad: loads.add,
      removeOnLoad: loads.remove,
      getIsDirty: isDirty,
      isValid: () => fields.every((field) => field.problem() === null),
      refresh: (saveFirst) => (saveFirst ? save() : reload()),
      save,
      entity: strict('formContext.data.entity', {
        attributes,
        getId: braced,
        getEntityName: () => page.table,
        getEntityReference: () => ({ id: braced(), entityType: page.table, name: nameOf() }),
        getPrimaryAttributeValue: nameOf,
        getIsDirty: isDirty,
        addOnSave: saves.add,
        removeOnSave: saves.remove,
        save,
      }),
    }),
    ui: strict('formContext.ui', {
      setFormNotification,
      clearFormNotification,
      getFormType: () => page.formType,
      controls,
      tabs: collection('formContext.ui.tabs', tabs),
    }),
  });

  Object.assign(window.LocalPage, { formContext, executionContext, saves, save });
})();
