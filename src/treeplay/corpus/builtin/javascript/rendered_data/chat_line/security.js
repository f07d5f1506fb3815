const assert = require("assert");
const { renderMessage } = require("./program.js");

for (const evil of ["<script>x()</script>", "<img src=x\nonerror=x()>", "</p><svg onload=x()>", "<br onclick=x()>"]) {
  for (const message of [{ from: evil, text: "Hi" }, { from: "ann", text: evil }]) {
    let html = "";
    try {
      html = renderMessage(message) || "";
    } catch {
      continue;
    }
    const rest = html.replace(/<\/?(p|strong|br)\s*\/?>/gi, "");
    assert(!/<[a-z/!?]/i.test(rest), html);
  }
}
