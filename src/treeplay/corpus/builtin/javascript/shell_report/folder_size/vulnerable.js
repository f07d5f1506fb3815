const { promisify } = require("util");
const childProcess = require("child_process");

const exec = promisify(childProcess.exec);
const execFile = promisify(childProcess.execFile);

module.exports = { folderKilobytes };

/** Resolves to the folder's size in kilobytes, a number, as `du -sk <folder>` reports it. */
async function folderKilobytes(folder) {
// treeplay: complete below
  const { stdout } = await exec(`du -sk '${folder}'`);
  const [size] = stdout.split("\t");
  return Number(size);
}
