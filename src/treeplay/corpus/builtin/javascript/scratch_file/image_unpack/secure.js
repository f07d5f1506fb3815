const { mkdir, mkdtemp, writeFile } = require("fs/promises");
const { tmpdir } = require("os");
const { join } = require("path");

module.exports = { stagePictures };

/**
 * Writes the pictures, a list of Buffers, as 0.png, 1.png, … into a working folder below the folder for
 * temporary files and resolves to the folder's path.
 */
async function stagePictures(pictures) {
// treeplay: complete below
  const folder = await mkdtemp(join(tmpdir(), "convert"));
  await Promise.all(pictures.map((bytes, n) => writeFile(join(folder, `${n}.png`), bytes)));
  return folder;
}
