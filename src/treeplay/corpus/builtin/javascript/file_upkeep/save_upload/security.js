const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { keepUpload } = require("./program.js");

fs.mkdirSync("site/inbox", { recursive: true });
fs.mkdirSync("site/inbox2");
fs.writeFileSync("site/app.js", "precious");
const names = ["../app.js", "../inbox2/new.js", path.resolve("site/app.js"), "a/../../app.js", "../../new.js"];
for (const filename of names) {
  try {
    keepUpload("site/inbox", { filename, data: Buffer.from("evil") });
  } catch {
    // refused
  }
  assert.strictEqual(fs.readFileSync("site/app.js", "utf8"), "precious", filename);
  assert(!fs.existsSync("site/inbox2/new.js") && !fs.existsSync("new.js"), filename);
}
