// Bundles one IIFE a form and copies what needs no bundling into dist/, under the names that the solution gives the web resources.
import { cp, mkdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const forms = { account: 'CrmExtensions.Account', contact: 'CrmExtensions.Contact' };

await rm('dist', { recursive: true, force: true });
await mkdir('dist/crmx_/scripts', { recursive: true });

for (const [form, globalName] of Object.entries(forms)) {
  await build({
    entryPoints: [`src/forms/${form}.ts`],
    outfile: `dist/crmx_/scripts/${form}.form.js`,
    bundle: true,
    format: 'iife',
    // A dotted name keeps an existing global: two form libraries share the root CrmExtensions.
    globalName,
    target: 'es2020',
    charset: 'ascii',
    legalComments: 'none',
  });
}

await cp('src/strings', 'dist/crmx_/strings', { recursive: true, filter: (path) => !path.endsWith('.ts') });
await cp('src/images', 'dist/crmx_/images', { recursive: true });
