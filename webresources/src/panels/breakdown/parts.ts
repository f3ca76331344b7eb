/** What one rule gave on one line, ready to be shown: names instead of ids. */
export interface Part {
  readonly rule: string;
  /** The line, or freight and header. */
  readonly place: string;
  readonly units: number | undefined;
  readonly amount: number;
  readonly points: number;
}

/** A part as the ledger stores it; `line` and rule ids are ids without dashes. */
export interface StoredPart {
  readonly rule: string;
  readonly line?: string;
  readonly item?: string;
  readonly units?: number;
  readonly amount: number;
  readonly points: number;
}

/** The only version that there is; a newer one needs a newer panel. */
const VERSION = 1;
const ID = /^[0-9a-f]{32}$/;

/**
 * Parts of a stored breakdown; none for entries that say something else there (a merge its status months, a repair its
 * figures); undefined where the text is no breakdown that this version knows.
 */
export function readParts(json: string): readonly StoredPart[] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch (malformed) {
    if (malformed instanceof SyntaxError) return undefined;
    throw malformed;
  }
  if (!isObject(read) || Array.isArray(read)) return undefined;
  if (!('parts' in read)) return [];
  if (read['v'] !== VERSION || !Array.isArray(read['parts'])) return undefined;
  const parts: unknown[] = read['parts'];
  return parts.every(isPart) ? parts : undefined;
}

export function isEmpty(parts: readonly unknown[]): boolean {
  return parts.length === 0;
}

/** `0123…` without dashes, as ids are stored in a breakdown, becomes what the Web API takes; undefined: no id. */
export function idOf(text: string): string | undefined {
  const plain = text.replace(/-/g, '').toLowerCase();
  if (!ID.test(plain)) return undefined;
  return [plain.slice(0, 8), plain.slice(8, 12), plain.slice(12, 16), plain.slice(16, 20), plain.slice(20)].join('-');
}

function isPart(part: unknown): part is StoredPart {
  return isObject(part) && typeof part['rule'] === 'string' && typeof part['points'] === 'number'
    && typeof part['amount'] === 'number' && isOptional(part['line'], 'string') && isOptional(part['item'], 'string')
    && isOptional(part['units'], 'number');
}

function isOptional(value: unknown, type: 'string' | 'number'): boolean {
  return value === undefined || typeof value === type;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
