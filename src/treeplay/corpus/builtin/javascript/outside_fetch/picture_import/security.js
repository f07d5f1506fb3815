const assert = require("assert");
const { importPicture } = require("./program.js");

module.exports = async () => {
  const asked = [];
  for (const address of [
    "https://pics.example.evil.test/sea.jpg",
    "https://pics.example@10.0.0.5/sea.jpg",
    "https://10.0.0.5/pics.example/sea.jpg",
    "http://169.254.169.254/?https://pics.example/",
  ]) {
    try {
      await importPicture(address, async (wanted) => asked.push(wanted));
    } catch {
      // refused
    }
  }
  for (const address of asked) assert.strictEqual(new URL(address).hostname, "pics.example", `fetched ${address}`);
};
