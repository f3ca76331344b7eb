import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'src/strings';

function texts(file: string): Map<string, string> {
  const xml = readFileSync(`${folder}/${file}`, 'utf8');
  return new Map([...xml.matchAll(/<data name="(\w+)"[^>]*><value>([^<]*)<\/value>/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

describe('the texts of the scripts', () => {
  it('stand in English and in German, with the same placeholders', () => {
    const english = texts('loyalty.1033.resx');
    const german = texts('loyalty.1031.resx');

    expect(english.size).toBeGreaterThan(0);
    expect([...german.keys()]).toEqual([...english.keys()]);
    for (const [key, value] of english) {
      expect(german.get(key)).not.toBe('');
      expect(german.get(key)?.includes('{0}')).toBe(value.includes('{0}'));
    }
  });

  it('are language files of one resource only', () => {
    expect(readdirSync(folder).filter((file) => file.endsWith('.resx'))).toEqual(['loyalty.1031.resx', 'loyalty.1033.resx']);
  });
});
