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
        ...(page.caller === null ? {} : { MSCRMCallerID: page.caller }),
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
    failure.errorCode = Number.parseInt(error.code, 16) >>> 0;
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

  const PRIMITIVE = 1;
  const COLLECTION = 4;
  const ACTION = 0;
  const FUNCTION = 1;

  /** The parameters that the request has a value for; each must be described, as its metadata is all that is sent. */
  function parametersOf(operation, metadata) {
    const types = metadata.parameterTypes ?? {};
    const given = Object.keys(operation).filter((name) => name !== 'getMetadata' && operation[name] !== undefined);
    const unknown = given.find((name) => types[name] === undefined);
    if (unknown !== undefined) throw new Error(`${metadata.operationName}: '${unknown}' has no parameter type.`);
    return given;
  }

  /** A value in the address of a function: texts in quotes, lists of texts as JSON. */
  function literal(type, value) {
    if (type.structuralProperty === COLLECTION) return JSON.stringify(value);
    return type.typeName === 'Edm.String' ? `'${String(value).replaceAll("'", "''")}'` : String(value);
  }

  function functionAddress(operation, metadata, given) {
    const types = metadata.parameterTypes ?? {};
    const complex = given.find((name) => ![PRIMITIVE, COLLECTION].includes(types[name].structuralProperty));
    if (complex !== undefined) throw new Error(`The parameter '${complex}' of a function is not supported here.`);
    const names = given.map((name, index) => `${name}=@p${index}`).join(',');
    const values = given.map((name, index) =>
      `@p${index}=${encodeURIComponent(literal(types[name], operation[name]))}`);
    return `${metadata.operationName}(${names})${values.length > 0 ? `?${values.join('&')}` : ''}`;
  }

  /** The address of the row that an operation is bound to, with a slash; without one it is bound to nothing. */
  function boundAddress(operation, metadata) {
    if (metadata.boundParameter === null || metadata.boundParameter === undefined) return '';
    const row = operation[metadata.boundParameter];
    if (metadata.boundParameter !== 'entity' || row?.entityType === undefined) {
      throw new Error(`${metadata.operationName}: 'entity' names the row, as { entityType, id }.`);
    }
    return `${rowAddress(row.entityType, row.id)}/Microsoft.Dynamics.CRM.`;
  }

  /** Actions and functions; the answer is the response of fetch. */
  async function execute(operation) {
    const metadata = operation.getMetadata();
    const address = boundAddress(operation, metadata);
    const given = parametersOf(operation, metadata).filter((name) => name !== metadata.boundParameter);
    switch (metadata.operationType) {
      case ACTION:
        return request('POST', address + metadata.operationName,
          Object.fromEntries(given.map((name) => [name, operation[name]])));
      case FUNCTION:
        return request('GET', address + functionAddress(operation, metadata, given));
      default:
        throw new Error(`The operation type ${metadata.operationType} is not supported by the local Dataverse.`);
    }
  }

  const userSettings = strict('userSettings', {
    languageId: page.language,
    userId: `{${page.userId.toUpperCase()}}`,
    userName: page.userName,
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

  /** Language and user of this page go along. */
  function keepLanguage(address) {
    const chosen = new URLSearchParams(location.search);
    return ['lcid', 'caller'].filter((name) => chosen.has(name))
      .reduce((longer, name) => `${longer}&${name}=${encodeURIComponent(chosen.get(name))}`, address);
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
    WebApi: strict('Xrm.WebApi', {
      ...webApi, execute, online: strict('Xrm.WebApi.online', { ...webApi, execute }),
    }),
    Navigation: strict('Xrm.Navigation', { openForm }),
  });
})();
