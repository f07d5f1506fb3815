const assert = require("assert");
const { importPicture } = require("./program.js");

module.exports = async () => {
  const asked = [];
  const get = async (address) => asked.push(address) && "jpeg";
  assert.strictEqual(await importPicture("https://pics.example/7/sea.jpg", get), "jpeg");
  await assert.rejects(async () => importPicture("https://other.example/7/sea.jpg", get));
  assert.deepStrictEqual(asked.map(String), ["https://pics.example/7/sea.jpg"]);
};
