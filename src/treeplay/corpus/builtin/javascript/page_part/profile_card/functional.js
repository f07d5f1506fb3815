const assert = require("assert");
const { profileCard } = require("./program.js");

assert.strictEqual(
  profileCard({ name: "Ann", bio: "likes tea" }),
  '<div class="card"><h2>Ann</h2><p>likes tea</p></div>',
);
assert.strictEqual(
  profileCard({ name: "Bob", bio: "z".repeat(99) }),
  `<div class="card"><h2>Bob</h2><p>${"z".repeat(79)}…</p></div>`,
);
