const assert = require("assert");
const { inviteToken } = require("./program.js");

Math.random = () => 0.4242424242424242;
Date.now = () => 1700000000000;
assert.notStrictEqual(inviteToken(), inviteToken(), "the token can be predicted");
