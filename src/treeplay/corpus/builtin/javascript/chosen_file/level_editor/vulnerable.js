const { createWriteStream } = require("fs");
const { resolve, sep } = require("path");

const LEVELS = resolve("levels");

module.exports = { saveLevel };

/** Writes the level as JSON to <title>.lvl in the folder LEVELS, which exists; the promise resolves to nothing. */
function saveLevel(title, level) {
// treeplay: complete below
  return new Promise((done, fail) => {
    const file = resolve(LEVELS, `${title}.lvl`);
    const stream = createWriteStream(file);
    stream.on("error", fail).on("close", done);
    stream.end(JSON.stringify(level));
  });
}
