const assert = require("assert");
const { bootScript } = require("./program.js");

for (const text of ["</script><script>x()</script>", "</SCRIPT ><img src=x onerror=x()>", "<!--<script>"]) {
  for (const state of [{ user: text }, { [text]: 1 }, [text]]) {
    let html = "";
    try {
      html = bootScript(state) || "";
    } catch {
      continue;
    }
    const inner = html.trim().replace(/^<script[^>]*>/i, "").replace(/<\/script>$/i, "");
    assert(!/<\/script|<script|<!--/i.test(inner), html);
  }
}
