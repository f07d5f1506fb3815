const assert = require("assert");
const { downloadHead } = require("./program.js");

for (const name of ['x"\r\nSet-Cookie: sid=evil\r\n.pdf', 'x\nSet-Cookie: sid=evil\n.txt', 'x"\r\n\r\n<script>x()</script>']) {
  let head = "";
  try {
    head = downloadHead(name, 3) || "";
  } catch {
    continue;
  }
  const lines = head.split(/\r\n|\r|\n/);
  assert(lines.every((line) => /^(HTTP\/1\.1 200|content-(type|length|disposition):|$)/i.test(line)), head);
}
