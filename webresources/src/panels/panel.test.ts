import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../page.mjs';

const folder = 'src/panels';
const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));

function pageAt(file: string): string {
  return pageOf(file.replace('.html', ''), readFileSync(`${folder}/${file}`, 'utf8'));
}

describe('the pages of the panels', () => {
  it.each(pages)('keep script and style outside, so that a strict policy lets them run: %s', (page) => {
    const html = pageAt(page);

    expect(html).not.toMatch(/ style=| on\w+=|<style|javascript:/);
    expect([...html.matchAll(/<script[^>]*>/g)].map((match) => match[0]))
      .toEqual([`<script src="${page.replace('.html', '.js')}" defer>`]);
  });

  it.each(pages)('name every field, and announce problems and results: %s', (page) => {
    const html = pageAt(page);
    const fields = [...html.matchAll(/<(?:input|select|textarea) id="([\w-]+)"/g)].map((match) => match[1] ?? '');

    for (const field of fields) expect(html).toContain(`<label for="${field}"`);
    expect(html).toContain('id="problem" class="problem" role="alert"');
    expect(html).toContain('id="result" class="result" role="status"');
  });

  it('begin with their title', () => {
    expect(() => pageOf('member', '<main></main>')).toThrow('member.html does not begin with');
    expect(pageAt('member.html')).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
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
