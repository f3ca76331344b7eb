import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'src/strings';

function texts(file: string): Map<string, string> {
  const xml = readFileSync(`${folder}/${file}`, 'utf8');
  return new Map([...xml.matchAll(/<data name="(\w+)"[^>]*><value>([^<]*)<\/value>/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

describe('the texts of the scripts', () => {
  it.each(['loyalty', 'panels'])('stand in English and in German, with the same placeholders: %s', (name) => {
    const english = texts(`${name}.1033.resx`);
    const german = texts(`${name}.1031.resx`);

    expect(english.size).toBeGreaterThan(0);
    expect([...german.keys()]).toEqual([...english.keys()]);
    for (const [key, value] of english) {
      expect(german.get(key)).not.toBe('');
      expect(placeholders(german.get(key))).toEqual(placeholders(value));
    }
  });

  it('of the panels are all there, and all used', () => {
    const known = [...texts('panels.1033.resx').keys()];
    const used = new Set(sources('src/panels').flatMap((file) => keysIn(readFileSync(file, 'utf8'), known)));

    expect([...used].sort()).toEqual([...known].sort());
  });

  it('are language files of these resources only', () => {
    expect(readdirSync(folder).filter((file) => file.endsWith('.resx'))).toEqual(
      ['loyalty.1031.resx', 'loyalty.1033.resx', 'panels.1031.resx', 'panels.1033.resx']);
  });
});

function placeholders(text: string | undefined): string[] {
  return [...new Set(text?.match(/\{\d\}/g) ?? [])].sort();
}

function sources(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|ts)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => `${path}/${file}`);
}

/** What stands as `data-text`, as an argument of `text(...)`, or in quotes as a known key. */
function keysIn(source: string, known: readonly string[]): string[] {
  const named = [...source.matchAll(/data-text="(\w+)"|\btext\('(\w+)'/g)].map((match) => match[1] ?? match[2] ?? '');
  return [...named, ...known.filter((key) => source.includes(`'${key}'`))];
}
