const assert = require("assert");
const { resetLink } = require("./program.js");

const user = { email: "ann@a.org" };
const link = resetLink(user);
assert.match(user.resetKey, /^[\w.~-]+$/);
assert.strictEqual(link, "https://app.example/reset/" + user.resetKey);
