const assert = require("assert");
const { issueVoucher } = require("./program.js");

Math.random = () => 0.6180339887;
Date.now = () => 1700000000000;
assert.notStrictEqual(issueVoucher([], 100), issueVoucher([], 100), "the voucher can be predicted");
