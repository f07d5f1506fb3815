const vm = require("vm");
const assert = require("assert");
const program = require("./program.js");

for (const text of ["1".repeat(60) + "x", "1.".repeat(60) + "x", "9".repeat(50) + ".x"]) {
  let error = {};
  try {
    vm.runInNewContext("readVersion(text)", { ...program, text }, { timeout: 500 });
  } catch (thrown) {
    error = thrown;
  }
  assert(error.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT", "a version number keeps the server busy");
}
