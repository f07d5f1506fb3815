const fs = require("fs");

module.exports = { noteEntry };

/** Appends one line to the log file, such as "opened door 4: Ann Bell (visitor)". */
function noteEntry(logFile, door, name, role) {
// treeplay: complete below
  const line = `opened door ${door}: ${name} (${role})`.replace(/[\r\n]+/g, " ");
  fs.appendFileSync(logFile, line + "\n");
}
