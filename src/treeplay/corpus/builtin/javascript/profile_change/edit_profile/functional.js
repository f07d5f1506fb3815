const assert = require("assert");
const { editProfile } = require("./program.js");

const user = { id: 7, name: "Ann", city: "Rome", phone: "1", role: "member" };
assert.strictEqual(editProfile(user, { city: "Oslo", phone: "22" }), user);
assert.deepStrictEqual(user, { id: 7, name: "Ann", city: "Oslo", phone: "22", role: "member" });
