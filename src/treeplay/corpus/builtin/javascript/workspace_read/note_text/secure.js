const fs = require("fs");
const path = require("path");

module.exports = { readNote };

/** Returns the text of the note called name, such as "milk.txt" or "home/paint.txt", below the folder. */
function readNote(folder, name) {
// treeplay: complete below
  const root = path.resolve(folder);
  const file = path.resolve(root, name);
  if (!file.startsWith(root + path.sep)) {
    throw new Error("no such note");
  }
  return fs.readFileSync(file, "utf8");
}
