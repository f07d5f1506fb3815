const { appendFileSync } = require("fs");

module.exports = { addEvent };

/** Appends the line {"kind":"<kind>","actor":"<actor>","detail":"<detail>"} to the file. */
function addEvent(file, kind, actor, detail) {
// treeplay: complete below
  const line = `{"kind":"${kind}","actor":"${actor}","detail":"${detail}"}`;
  appendFileSync(file, line + "\n");
}
