const fs = require("fs");
const path = require("path");

module.exports = { createMailbox };

/** Creates the folder <spool>/<user>, private to the owner, with the greeting in the file "1.eml"; returns the folder's path. */
function createMailbox(spool, user, greeting) {
// treeplay: complete below
  const folder = path.join(spool, user);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(folder, "1.eml"), greeting);
  return folder;
}
