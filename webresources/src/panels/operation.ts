const ACTION = 0;
const PRIMITIVE = 1;
const ENTITY = 5;

/** A parameter of a custom API: its type as the Web API's metadata names it, and its value. */
export interface Parameter {
  readonly typeName: string;
  readonly structuralProperty: number;
  readonly value: unknown;
}

const primitive = (typeName: string) => (value: unknown): Parameter => ({
  typeName,
  structuralProperty: PRIMITIVE,
  value,
});

export const textParameter = primitive('Edm.String');
export const wholeParameter = primitive('Edm.Int32');
export const decimalParameter = primitive('Edm.Decimal');
export const flagParameter = primitive('Edm.Boolean');
export const idParameter = primitive('Edm.Guid');

/** A row: the platform wants its table as the type and its primary id as a property. */
export function rowParameter(table: string, id: string): Parameter {
  const value = { '@odata.type': `Microsoft.Dynamics.CRM.${table}`, [`${table}id`]: plainId(id) };
  return { typeName: `mscrm.${table}`, structuralProperty: ENTITY, value };
}

/** `{ABC}` as forms write it becomes `abc`, as the Web API does. */
export function plainId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

/** Calls an unbound custom API; a refusal rejects with the server's words. `undefined` leaves a parameter out. */
export async function call<T>(
  xrm: Xrm.XrmStatic,
  name: string,
  parameters: Readonly<Record<string, Parameter | undefined>>,
): Promise<T> {
  const given = Object.entries(parameters).filter((entry): entry is [string, Parameter] => entry[1] !== undefined);
  const metadata = {
    boundParameter: null,
    operationType: ACTION,
    operationName: name,
    parameterTypes: Object.fromEntries(given.map(([key, { typeName, structuralProperty }]) =>
      [key, { typeName, structuralProperty }])),
  };
  const operation: object = Object.create({ getMetadata: () => metadata }) as object;
  Object.assign(operation, Object.fromEntries(given.map(([key, parameter]) => [key, parameter.value])));
  const response = await xrm.WebApi.online.execute(operation);
  return await response.json() as T;
}
