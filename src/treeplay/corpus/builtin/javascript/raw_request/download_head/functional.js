const assert = require("assert");
const { downloadHead } = require("./program.js");

const parse = (head) => {
  assert(head.endsWith("\r\n\r\n"));
  const [status, ...lines] = head.slice(0, -4).split("\r\n");
  return { status, ...Object.fromEntries(lines.map((line) => [line.split(": ")[0].toLowerCase(), line.slice(line.indexOf(": ") + 2)])) };
};
assert.deepStrictEqual(parse(downloadHead("plan.pdf", 812)), {
  status: "HTTP/1.1 200 OK",
  "content-type": "application/pdf",
  "content-length": "812",
  "content-disposition": 'attachment; filename="plan.pdf"',
});
assert.strictEqual(parse(downloadHead("a.bin", 3))["content-type"], "application/octet-stream");
