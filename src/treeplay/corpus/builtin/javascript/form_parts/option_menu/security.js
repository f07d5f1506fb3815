const assert = require("assert");
const { projectMenu } = require("./program.js");

const TAG = /<([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

for (const project of [
  { key: "a1", title: "</option></select><img src=x onerror=x()>" },
  { key: "a1", title: "<script>x()</script>" },
  { key: 'a1"><script>x()</script>', title: "Sea" },
  { key: 'a1" onclick="x()', title: "Sea" },
]) {
  let html = "";
  try {
    html = projectMenu([project], "b2") || "";
  } catch {
    continue;
  }
  for (const [, tag, rest] of html.matchAll(TAG)) {
    assert(["select", "option"].includes(tag.toLowerCase()), html);
    assert(!/\bon\w+\s*=/i.test(rest.replace(/"[^"]*"|'[^']*'/g, "")), html);
  }
}
