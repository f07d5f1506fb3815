const assert = require("assert");
const fs = require("fs");
const { readings } = require("./program.js");

globalThis.touch = () => fs.writeFileSync("canary", "") || [1];
for (const message of ["temp=touch()", "temp=[touch()]", "temp=globalThis.touch()", "temp=(() => touch())()"]) {
  try {
    readings(message);
  } catch {
    // refused
  }
  assert(!fs.existsSync("canary"), `${message} ran`);
}
