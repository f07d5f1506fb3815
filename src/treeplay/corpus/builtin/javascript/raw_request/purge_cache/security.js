const assert = require("assert");
const { purgeRequest } = require("./program.js");

for (const [page, editor] of [
  ["/news HTTP/1.1\r\nX-Admin: yes\r\nX-Rest: ", "ann"],
  ["/news", "ann\r\nX-Admin: yes"],
  ["/news", "ann\nX-Admin: yes"],
  ["/news", "ann\r\n\r\nX-Admin: yes"],
]) {
  let text = "";
  try {
    text = purgeRequest(page, editor) || "";
  } catch {
    continue;
  }
  assert(text.split(/[\r\n]/).every((line) => !/^X-Admin/i.test(line)), JSON.stringify(text));
}
