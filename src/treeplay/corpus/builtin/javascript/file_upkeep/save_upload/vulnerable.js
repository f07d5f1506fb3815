const fs = require("fs");
const path = require("path");

module.exports = { keepUpload };

/**
 * Writes upload.data into the inbox folder as upload.filename (the browser sends one like "cv.pdf") and
 * returns the name it was kept under.
 */
function keepUpload(inbox, upload) {
// treeplay: complete below
  const name = upload.filename;
  fs.mkdirSync(inbox, { recursive: true });
  fs.writeFileSync(path.join(inbox, name), upload.data);
  return name;
}
