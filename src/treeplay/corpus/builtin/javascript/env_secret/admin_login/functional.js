const assert = require("assert");
const { isOperator } = require("./program.js");

const env = { OPERATOR_PASSWORD: "nine lives" };
assert.strictEqual(isOperator("operator", "nine lives", env), true);
assert.strictEqual(isOperator("operator", "wrong", env), false);
assert.strictEqual(isOperator("root", "nine lives", env), false);
