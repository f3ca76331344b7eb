import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'src/panels';
const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));

describe('the pages of the panels', () => {
  it.each(pages)('keep script and style outside, so that a strict policy lets them run: %s', (page) => {
    const html = readFileSync(`${folder}/${page}`, 'utf8');

    expect(html).not.toMatch(/ style=| on\w+=|<style|javascript:/);
    expect([...html.matchAll(/<script[^>]*>/g)].map((match) => match[0]))
      .toEqual([`<script src="${page.replace('.html', '.js')}" defer>`]);
  });

  it.each(pages)('name every field, and announce problems and results: %s', (page) => {
    const html = readFileSync(`${folder}/${page}`, 'utf8');
    const fields = [...html.matchAll(/<(?:input|select|textarea) id="([\w-]+)"/g)].map((match) => match[1] ?? '');

    for (const field of fields) expect(html).toContain(`<label for="${field}"`);
    expect(html).toContain('id="problem" class="problem" role="alert"');
    expect(html).toContain('id="result" class="result" role="status"');
  });

  it('never parse text as markup', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

    for (const script of scripts) {
      const source = readFileSync(`${folder}/${script}`, 'utf8');
      expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|\beval\b/);
    }
  });
});
