const assert = require("assert");
const fs = require("fs");
const { addEvent } = require("./program.js");

addEvent("events", "login", "ann", "from Rome");
addEvent("events", "logout", "bob", "");
const events = fs.readFileSync("events", "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
assert.deepStrictEqual(events, [
  { kind: "login", actor: "ann", detail: "from Rome" },
  { kind: "logout", actor: "bob", detail: "" },
]);
