// The part of the Xrm client API that does not concern the form: texts, user, Web API, navigation.
'use strict';

(() => {
  const page = JSON.parse(document.getElementById('page-data').textContent);

  /** An object that throws, naming the member, when a script uses something that is not done here. */
  function strict(name, members) {
    return new Proxy(members, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON') return target[key];
        throw new Error(`${name}.${key} is not supported by the local Dataverse.`);
      },
    });
  }

  function tableOf(name) {
    const table = page.tables[name];
    if (table === undefined) throw new Error(`There is no table '${name}'.`);
    return table;
  }

  function plainId(id) {
    return String(id).replace(/[{}]/g, '').toLowerCase();
  }

  function rowAddress(table, id) {
    return `${tableOf(table).set}(${encodeURIComponent(plainId(id))})`;
  }

  async function request(method, resource, body, headers) {
    const response = await fetch(`/api/data/v9.2/${resource}`, {
      method,
      headers: {
        'Accept': 'application/json',
        'OData-Version': '4.0',
        'OData-MaxVersion': '4.0',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (response.ok) return response;
    const text = await response.text();
    let error = { code: '', message: text };
    try {
      error = JSON.parse(text).error;
    } catch (malformed) {
      error.message = `${response.status} ${response.statusText}: ${text} (${malformed.message})`;
    }
    const failure = new Error(error.message);
    failure.errorCode = Number.parseInt(error.code, 16) | 0;
    failure.code = failure.errorCode;
    failure.httpStatus = response.status;
    throw failure;
  }

  const ANNOTATIONS = { Prefer: 'odata.include-annotations="*"' };

  const webApi = {
    async retrieveRecord(table, id, options = '') {
      return (await request('GET', rowAddress(table, id) + options, undefined, ANNOTATIONS)).json();
    },

    async retrieveMultipleRecords(table, options = '', maxPageSize = undefined) {
      const prefer = maxPageSize === undefined ? '' : `,odata.maxpagesize=${Number(maxPageSize)}`;
      const headers = { Prefer: ANNOTATIONS.Prefer + prefer };
      const response = await request('GET', tableOf(table).set + options, undefined, headers);
      const rows = await response.json();
      const result = { entities: rows.value };
      if (rows['@odata.nextLink'] !== undefined) {
        result.nextLink = rows['@odata.nextLink'];
      }
      if (rows['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'] !== undefined) {
        result.fetchXmlPagingCookie = rows['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'];
      }
      return result;
    },

    async createRecord(table, data) {
      const response = await request('POST', tableOf(table).set, data);
      const address = response.headers.get('OData-EntityId');
      return { entityType: table, id: address.slice(address.lastIndexOf('(') + 1, -1) };
    },

    async updateRecord(table, id, data) {
      await request('PATCH', rowAddress(table, id), data, { 'If-Match': '*' });
      return { entityType: table, id: plainId(id) };
    },

    async deleteRecord(table, id) {
      await request('DELETE', rowAddress(table, id));
      return { entityType: table, id: plainId(id) };
    },
  };

  const userSettings = strict('userSettings', {
    languageId: page.language,
    userId: `{${page.userId.toUpperCase()}}`,
    userName: 'System Administrator',
    isRTL: false,
    roles: [],
    getTimeZoneOffsetMinutes: () => 0,
  });

  const globalContext = strict('globalContext', {
    userSettings,
    organizationSettings: strict('organizationSettings', {
      languageId: page.language,
      organizationId: page.organizationId,
      uniqueName: page.organizationName,
    }),
    client: strict('client', {
      getClient: () => 'Web',
      getClientState: () => 'Online',
      getFormFactor: () => 1,
      isOffline: () => false,
    }),
    getClientUrl: () => location.origin,
    getVersion: () => '9.2.0.0',
    getWebResourceUrl: (name) => `${location.origin}/WebResources/${name}`,
  });

  function getResourceString(resource, key) {
    const texts = page.resources[resource];
    if (texts === undefined) throw new Error(`There is no web resource '${resource}' with texts (resx).`);
    if (texts[key] === undefined) throw new Error(`The web resource '${resource}' has no text '${key}'.`);
    return texts[key];
  }

  function keepLanguage(address) {
    const language = new URLSearchParams(location.search).get('lcid');
    return language === null ? address : `${address}&lcid=${encodeURIComponent(language)}`;
  }

  function openForm(options) {
    const table = encodeURIComponent(options.entityName);
    const id = options.entityId ? `&id=${encodeURIComponent(plainId(options.entityId))}` : '';
    location.assign(keepLanguage(`/main.aspx?pagetype=entityrecord&etn=${table}${id}`));
    return Promise.resolve({ savedEntityReference: [] });
  }

  window.LocalPage = { page, strict, request, rowAddress, plainId, keepLanguage, ANNOTATIONS };
  window.Xrm = strict('Xrm', {
    Utility: strict('Xrm.Utility', { getResourceString, getGlobalContext: () => globalContext }),
    WebApi: strict('Xrm.WebApi', { ...webApi, online: strict('Xrm.WebApi.online', webApi) }),
    Navigation: strict('Xrm.Navigation', { openForm }),
  });
})();
