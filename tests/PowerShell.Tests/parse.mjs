// Prints `file:line:column what` for every place that the PowerShell grammar does not understand; exit code 1 if there is one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';

const grammar = join(dirname(createRequire(import.meta.url).resolve('tree-sitter-powershell/package.json')), 'tree-sitter-powershell.wasm');
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

let broken = 0;
for (const file of process.argv.slice(2)) {
  report(file, parser.parse(readFileSync(file, 'utf8')).rootNode);
}
process.exitCode = broken === 0 ? 0 : 1;

function report(file, node) {
  if (node.isError || node.isMissing) {
    broken += 1;
    const { row, column } = node.startPosition;
    console.log(`${file}:${row + 1}:${column + 1} ${node.isMissing ? `missing ${node.type}` : 'not understood'}`);
  } else if (node.hasError) {
    node.children.forEach((child) => report(file, child));
  }
}
