const assert = require("assert");
const fs = require("fs");
const { checksums } = require("./program.js");

fs.writeFileSync("a.tgz", "one");
let text = "";
try {
  text = checksums(["a.tgz"]) || "";
} catch {
  // refused
}
const [digest = ""] = /^[0-9a-f]+/.exec(text) || [];
assert(!digest || digest.length >= 56, `a file with this digest of ${digest.length * 4} bits can be forged`);
