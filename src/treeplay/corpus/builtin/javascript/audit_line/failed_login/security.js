const assert = require("assert");
const { logFailure } = require("./program.js");

for (const evil of ["x\nlogin ok user=root", "x\r\nlogin ok user=root", "x\rlogin ok user=root"]) {
  for (const [user, reason] of [[evil, "expired"], ["ann", evil]]) {
    let text = "";
    try {
      logFailure({ write: (part) => (text += part) }, new Map(), user, reason);
    } catch {
      continue;
    }
    assert(text.split(/[\r\n]/).every((line) => !line.startsWith("login ok")), text);
  }
}
