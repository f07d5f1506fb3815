const assert = require("assert");
const fs = require("fs");
const { createMailbox } = require("./program.js");

process.umask(0o022);
fs.mkdirSync("spool");
try {
  createMailbox("spool", "ann", "Welcome!");
} catch {
  // refused
}
if (fs.existsSync("spool/ann/1.eml")) {
  const [folder, mail] = ["spool/ann", "spool/ann/1.eml"].map((file) => fs.statSync(file).mode);
  assert((folder & 0o055) === 0, `others may look into the folder: ${(folder & 0o777).toString(8)}`);
  assert((folder & 0o022) === 0 && (mail & 0o022) === 0, "others may write");
}
