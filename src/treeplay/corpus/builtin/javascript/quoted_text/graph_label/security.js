const assert = require("assert");
const { node } = require("./program.js");

for (const label of ['"" URL="javascript:x()', 'a" b" URL="x', '\\" URL="x', 'a\\', '\\" ]; n9 [URL="x']) {
  let text = "";
  try {
    text = node(3, label) || "";
  } catch {
    continue;
  }
  assert(!text || /^n3 \[label="(?:[^"\\]|\\[^])*"\];?$/.test(text.trim()), `the label got out of its quotes: ${text}`);
}
