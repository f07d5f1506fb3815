const assert = require("assert");
const { resetLink } = require("./program.js");

Date.now = () => 1700000000000;
Math.random = () => 0.3;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length ? args : [1700000000000]));
  }
};
const links = [0, 1].map(() => resetLink({ email: "ann@a.org" }));
assert.notStrictEqual(links[0], links[1], "the key can be predicted");
