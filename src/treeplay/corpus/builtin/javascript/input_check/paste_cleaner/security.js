const vm = require("vm");
const assert = require("assert");
const { tidy } = require("./program.js");

for (const blank of [" ", "\t"]) {
  const text = "a" + blank.repeat(400000) + "z\nb";
  try {
    vm.runInNewContext("tidy(text)", { tidy, text }, { timeout: 500 });
  } catch (error) {
    assert.notStrictEqual(error.code, "ERR_SCRIPT_EXECUTION_TIMEOUT", "one paste keeps the server busy");
  }
}
