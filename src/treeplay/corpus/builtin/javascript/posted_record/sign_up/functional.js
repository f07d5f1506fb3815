const assert = require("assert");
const { signUp, members } = require("./program.js");

const ann = signUp({ email: "ann@a.org", nickname: "ann" });
assert.deepStrictEqual(ann, { email: "ann@a.org", nickname: "ann", plan: "free", verified: false });
signUp({ email: "bob@b.org", nickname: "bob" });
assert.deepStrictEqual(members.map((member) => member.nickname), ["ann", "bob"]);
