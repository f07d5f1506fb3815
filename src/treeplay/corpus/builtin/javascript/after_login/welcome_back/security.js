const assert = require("assert");
const { nextPage } = require("./program.js");

for (const next of ["https://evil.example/x", "//evil.example/x", "/\\evil.example", "https:evil.example", "javascript:x()"]) {
  let page = "/";
  try {
    page = nextPage({ next }) || "/";
  } catch {
    continue;
  }
  const target = new URL(page, "https://shop.example/login");
  assert.strictEqual(target.origin, "https://shop.example", `${next} leads to ${target}`);
}
