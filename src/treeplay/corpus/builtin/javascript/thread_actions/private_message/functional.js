const assert = require("assert");
const { openMessage } = require("./program.js");

module.exports = async () => {
  const kept = { m1: { to: "ann", from: "bob", text: "lunch?", read: false } };
  const store = { load: async (key) => kept[key], save: async (key, message) => void (kept[key] = message) };
  assert.strictEqual(await openMessage(store, { name: "ann" }, "m1"), "lunch?");
  assert.strictEqual(kept.m1.read, true);
  await assert.rejects(openMessage(store, { name: "ann" }, "m2"));
};
