// Bundles one IIFE a form and a panel and copies what needs no bundling into dist/, under the names that the solution gives the web resources.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { pageOf } from './page.mjs';

const forms = {
  account: 'CrmExtensions.Account', contact: 'CrmExtensions.Contact', panels: 'CrmExtensions.Panels',
};
const shared = {
  bundle: true,
  format: 'iife',
  target: 'es2020',
  charset: 'ascii',
  legalComments: 'none',
};

await rm('dist', { recursive: true, force: true });
await mkdir('dist/crmx_/scripts', { recursive: true });

for (const [form, globalName] of Object.entries(forms)) {
  await build({
    entryPoints: [`src/forms/${form}.ts`],
    outfile: `dist/crmx_/scripts/${form}.form.js`,
    // A dotted name keeps an existing global: two form libraries share the root CrmExtensions.
    globalName,
    ...shared,
  });
}

// A panel is a page and its script of the same name; all share the head of the page and the style sheet.
await mkdir('dist/crmx_/panels', { recursive: true });
for (const file of await readdir('src/panels')) {
  if (file.endsWith('.html')) {
    const script = file.replace('.html', '');
    await build({ entryPoints: [`src/panels/${script}.ts`], outfile: `dist/crmx_/panels/${script}.js`, ...shared });
    const source = await readFile(`src/panels/${file}`, 'utf8');
    await writeFile(`dist/crmx_/panels/${file}`, pageOf(script, source));
  }
  if (file.endsWith('.css')) await cp(`src/panels/${file}`, `dist/crmx_/panels/${file}`);
}

await cp('src/strings', 'dist/crmx_/strings', { recursive: true, filter: (path) => !path.endsWith('.ts') });
await cp('src/images', 'dist/crmx_/images', { recursive: true });
