const assert = require("assert");
const fs = require("fs");
const { noteEntry } = require("./program.js");

noteEntry("door.log", 4, "Ann Bell", "visitor");
noteEntry("door.log", 1, "Cy", "staff");
assert.strictEqual(fs.readFileSync("door.log", "utf8"), "opened door 4: Ann Bell (visitor)\nopened door 1: Cy (staff)\n");
