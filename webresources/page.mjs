/**
 * The page of a panel. Its source is a line with the title and then what the page shows; everything else is the same
 * for all: script and style stand outside, so that a strict content policy lets them run.
 */
export function pageOf(name, source) {
  const end = source.indexOf('\n');
  const title = source.slice(0, end);
  if (!/^<title data-text="\w+">[^<]+<\/title>$/.test(title)) {
    throw new Error(`${name}.html does not begin with a line <title data-text="KEY">Text</title>.`);
  }
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  ${title}
  <link rel="stylesheet" href="panel.css">
  <script src="${name}.js" defer></script>
</head>
<body>
${source.slice(end + 1)}</body>
</html>
`;
}
