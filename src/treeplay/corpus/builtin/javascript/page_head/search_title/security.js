const assert = require("assert");
const { searchPage } = require("./program.js");

for (const query of ["</title><script>x()</script>", "<img src=x onerror=x()>", "</em><svg/onload=x()>"]) {
  let page = "";
  try {
    page = searchPage(query, []) || "";
  } catch {
    continue;
  }
  const names = [...page.matchAll(/<([a-z]+)/gi)].map(([, name]) => name.toLowerCase());
  assert(names.every((name) => ["title", "p", "em"].includes(name)), page);
  assert((page.match(/<\/title/gi) || []).length <= 1, page);
}
