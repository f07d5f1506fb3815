const vm = require("vm");
const assert = require("assert");
const { isTagList } = require("./program.js");

for (const text of ["a".repeat(60) + "!", "a,".repeat(60) + "!", "a, ".repeat(40) + "!"]) {
  try {
    vm.runInNewContext("isTagList(text)", { isTagList, text }, { timeout: 500 });
  } catch (error) {
    assert.notStrictEqual(error.code, "ERR_SCRIPT_EXECUTION_TIMEOUT", "one short text keeps the server busy");
  }
}
