import { describe, expect, it } from 'vitest';
import { idOf, readParts } from './parts.js';

describe('the stored breakdown of an entry', () => {
  it('is read by rule and line, and by sums where there were too many lines', () => {
    const parts = [
      { rule: 'base', line: 'b'.repeat(32), units: 2, amount: 12.5, points: 12 },
      { rule: 'base', item: 'lines', amount: 3, points: 3 },
    ];

    expect(readParts(JSON.stringify({ v: 1, parts }))).toEqual(parts);
  });

  it.each(['{"v":1,"months":[{"month":"2026-03","points":1,"orders":1}]}', '{"member":"x","fault":"HeadDiffers"}'])(
    'has no parts in an entry that was not computed from lines: %s',
    (text) => {
      expect(readParts(text)).toEqual([]);
    },
  );

  it.each(['nonsense', '[]', '"text"', '{"v":2,"parts":[]}', '{"v":1,"parts":[{"rule":1}]}'])(
    'is not made of %s',
    (text) => {
      expect(readParts(text)).toBeUndefined();
    },
  );

  it('gives ids to the Web API and nothing else', () => {
    expect(idOf('a'.repeat(32))).toBe('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa');
    expect(idOf("x' or 1 eq 1")).toBeUndefined();
  });
});
