const assert = require("assert");
const fs = require("fs");
const { noteEntry } = require("./program.js");

fs.writeFileSync("door.log", "");
const forged = "Eve (visitor)\nopened door 1: Ann Bell (staff)\n";
for (const [name, role] of [[forged, "visitor"], ["Eve", forged], ["Eve\r\nopened door 1: Ann", "visitor"]]) {
  try {
    noteEntry("door.log", 4, name, role);
  } catch {
    // refused
  }
}
for (const line of fs.readFileSync("door.log", "utf8").split(/[\r\n]+/)) {
  assert(!line.startsWith("opened door 1"), "a visitor wrote a line of their own");
}
