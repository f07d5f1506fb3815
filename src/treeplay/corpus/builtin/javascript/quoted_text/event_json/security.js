const assert = require("assert");
const fs = require("fs");
const { addEvent } = require("./program.js");

fs.writeFileSync("events", "");
for (const detail of ['x","actor":"root', 'x"}\n{"kind":"login","actor":"root","detail":"', 'x","role":"admin', "tail\\"]) {
  try {
    addEvent("events", "login", "ann", detail);
  } catch {
    // refused
  }
}
for (const line of fs.readFileSync("events", "utf8").split("\n").filter(Boolean)) {
  const { actor, role } = JSON.parse(line);
  assert(actor === "ann" && !role, `forged: ${line}`);
}
