const assert = require("assert");
const { mergeInto } = require("./program.js");

for (const text of [
  '{"__proto__": {"admin": true}}',
  '{"editor": {"__proto__": {"admin": true}}}',
  '{"constructor": {"prototype": {"admin": true}}}',
]) {
  try {
    mergeInto({ theme: "light", editor: { tabs: 2 } }, JSON.parse(text));
  } catch {
    // refused
  }
  assert.strictEqual({}.admin, undefined, text);
}
