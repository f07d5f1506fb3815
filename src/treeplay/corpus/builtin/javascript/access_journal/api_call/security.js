const assert = require("assert");
const { accessLog } = require("./program.js");

const lines = [];
const log = accessLog((line) => lines.push(...line.split(/[\r\n]/)));
for (const url of ["/%0ADELETE%20/users%20admin", "/x%0D%0ADELETE%20/users%20admin", "/x%0dDELETE%20/users"]) {
  try {
    log({ method: "GET", url, headers: { "user-agent": "curl/8" } }, {}, () => {});
  } catch {
    // refused
  }
}
assert(lines.every((line) => !line.startsWith("DELETE")), lines.join(" | "));
