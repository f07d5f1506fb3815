const assert = require("assert");
const { openMessage } = require("./program.js");

module.exports = async () => {
  let saved = 0;
  const message = { to: "ann", from: "bob", text: "my PIN is 4711", read: false };
  const store = { load: async () => ({ ...message }), save: async () => void (saved += 1) };
  for (const name of ["eve", "", undefined]) {
    const text = await openMessage(store, { name }, "m1").catch(() => "");
    assert(!String(text).includes("4711"), `${name} read the message of ann`);
    assert.strictEqual(saved, 0, `${name} marked the message of ann as read`);
  }
};
