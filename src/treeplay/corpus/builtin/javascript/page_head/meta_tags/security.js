const assert = require("assert");
const { metaTags } = require("./program.js");

for (const content of ['"><script>x()</script>', '0;url=x" http-equiv="refresh', '"><img src=x onerror=x()>', "'\"><svg onload=x()>"]) {
  let html = "";
  try {
    html = metaTags({ "og:title": content }) || "";
  } catch {
    continue;
  }
  const rest = html.replace(/<meta property="[^"]*" content="[^"]*"\s*\/?>/g, "");
  assert(!/<[a-z/!]/i.test(rest), html);
}
