const assert = require("assert");
const fs = require("fs");
const { promisify } = require("util");
const packAlbum = promisify(require("./program.js").packAlbum);

module.exports = async () => {
  fs.mkdirSync("summer");
  fs.writeFileSync("summer/sea.jpg", "jpeg of the sea");
  assert.strictEqual(await packAlbum("summer"), "summer.tar");
  assert(fs.readFileSync("summer.tar", "latin1").includes("jpeg of the sea"));
  await assert.rejects(packAlbum("winter"));
};
