const assert = require("assert");
const { bookmarkList } = require("./program.js");

const TAG = /<([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const NAME = /([^\s"'=<>/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

for (const bookmark of [
  { href: "https://a.example/", title: "<img src=x onerror=x()>" },
  { href: "https://a.example/", title: "</a></li><script>x()</script>" },
  { href: 'https://a.example/" onmouseover="x()', title: "Sea" },
  { href: 'https://a.example/"><svg onload=x()>', title: "Sea" },
]) {
  let page = "";
  try {
    page = bookmarkList([bookmark]) || "";
  } catch {
    continue;
  }
  for (const [, tag, rest] of page.matchAll(TAG)) {
    assert(["ul", "li", "a"].includes(tag.toLowerCase()), page);
    for (const [, name] of rest.matchAll(NAME)) assert.strictEqual(name.toLowerCase(), "href", page);
  }
}
