import type { Panel } from '../panel.js';
import { idOf, readParts, type Part, type StoredPart } from './parts.js';

interface EntryRow {
  readonly crmx_breakdown: string | null;
  readonly crmx_sourcetable: string | null;
}

interface RuleRow {
  readonly crmx_earningruleid: string;
  readonly crmx_name: string;
}

/** Rows of the lines of documents: products by name, what was written in by its description. */
type LineRow = Readonly<Record<string, string | null>>;

const LINE_TABLES: Readonly<Record<string, string>> = { salesorder: 'salesorderdetail', invoice: 'invoicedetail' };
const PRODUCT_NAME = '_productid_value@OData.Community.Display.V1.FormattedValue';
const WORDS: Readonly<Record<string, string>> = {
  base: 'RuleBase', tier: 'RuleTier', excluded: 'RuleExcluded', writtenoff: 'RuleWrittenOff',
};
const ITEMS: Readonly<Record<string, string>> = { freight: 'ItemFreight', header: 'ItemHeader', lines: 'ItemLines' };

/** More lines than this are numbered and not named: an address must not grow without end. */
const MOST_NAMES = 50;

/** The breakdown of the form's entry with the names of its rules and lines; empty where the entry has none. */
export async function loadBreakdown(panel: Panel): Promise<readonly Part[]> {
  if (panel.rowId === '') return [];
  const entry = await panel.row<EntryRow>('crmx_loyaltyentry', panel.rowId, 'crmx_breakdown,crmx_sourcetable');
  if (entry.crmx_breakdown === null || entry.crmx_breakdown === '') return [];
  const stored = readParts(entry.crmx_breakdown);
  if (stored === undefined) throw new Error(panel.text('BreakdownUnknown'));

  const rules = await ruleNames(panel, stored);
  const table = LINE_TABLES[entry.crmx_sourcetable ?? ''];
  const lines = distinct(stored.map((part) => part.line));
  const names = table === undefined ? new Map<string, string>() : await lineNames(panel, table, lines);
  return stored.map((part) => ({
    rule: ruleName(panel, rules, part.rule),
    place: placeName(panel, names, lines, part),
    units: part.units,
    amount: part.amount,
    points: part.points,
  }));
}

function ruleName(panel: Panel, names: ReadonlyMap<string, string>, rule: string): string {
  const word = WORDS[rule];
  return word === undefined ? names.get(idOf(rule) ?? '') ?? panel.text('RuleDeleted') : panel.text(word);
}

function placeName(
  panel: Panel, names: ReadonlyMap<string, string>, lines: readonly string[], part: StoredPart): string {
  if (part.line !== undefined) {
    const number = panel.format.whole(lines.indexOf(part.line) + 1);
    return names.get(idOf(part.line) ?? '') ?? panel.text('LineNumber', number);
  }
  const item = ITEMS[part.item ?? ''];
  return item === undefined ? part.item ?? '' : panel.text(item);
}

async function ruleNames(panel: Panel, parts: readonly StoredPart[]): Promise<ReadonlyMap<string, string>> {
  const ids = distinct(parts.map((part) => idOf(part.rule))).slice(0, MOST_NAMES);
  if (ids.length === 0) return new Map();
  const filter = ids.map((id) => `crmx_earningruleid eq ${id}`).join(' or ');
  const rows = await panel.rows<RuleRow>('crmx_earningrule', `?$select=crmx_name&$filter=${filter}`);
  return new Map(rows.map((row) => [row.crmx_earningruleid, row.crmx_name]));
}

/** Whoever may not read the document, or comes after its deletion, sees numbered lines. */
async function lineNames(panel: Panel, table: string, lines: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = lines.map((line) => idOf(line)).filter((id) => id !== undefined).slice(0, MOST_NAMES);
  if (ids.length === 0) return new Map();
  const filter = ids.map((id) => `${table}id eq ${id}`).join(' or ');
  let rows: LineRow[];
  try {
    rows = await panel.rows<LineRow>(table, `?$select=productdescription,_productid_value&$filter=${filter}`);
  } catch {
    return new Map();
  }
  return new Map(rows.map((row) => [row[`${table}id`] ?? '', row[PRODUCT_NAME] ?? row['productdescription'] ?? '']));
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
