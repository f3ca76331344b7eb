import { element, part } from './dom.js';

/** A name and its value; without a value it is left out. */
export interface Fact {
  readonly name: string;
  readonly value: string | undefined;
}

/** Shows the facts in the list of this id. */
export function showFacts(id: string, facts: readonly Fact[]): void {
  const shown = facts.filter((fact) => fact.value !== undefined && fact.value !== '');
  part(id, HTMLElement).replaceChildren(...shown.map((fact) =>
    element('div', {}, element('dt', {}, fact.name), element('dd', {}, fact.value ?? ''))));
}

/** Options of a list, the first one chosen. */
export function fillOptions(id: string, options: readonly { readonly value: string; readonly text: string }[]): void {
  part(id, HTMLSelectElement).replaceChildren(...options.map((option) =>
    element('option', { value: option.value }, option.text)));
}

/** What the platform shows for a value: the label of a choice, the name of a row. */
export function shownValue(row: object, column: string): string | undefined {
  const shown: unknown = (row as Readonly<Record<string, unknown>>)[
    `${column}@OData.Community.Display.V1.FormattedValue`];
  return typeof shown === 'string' ? shown : undefined;
}
