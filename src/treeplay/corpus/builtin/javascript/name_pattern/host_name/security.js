const vm = require("vm");
const assert = require("assert");
const { looksLikeHost } = require("./program.js");

const busy = (name) => {
  try {
    vm.runInNewContext("check(name)", { check: looksLikeHost, name }, { timeout: 500 });
    return false;
  } catch (error) {
    return error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
  }
};
for (const name of ["a".repeat(60) + "_", "my." + "a".repeat(60) + "_", "a-".repeat(40) + "_", "a.".repeat(60) + "_"]) {
  assert(!busy(name), `${name} keeps the server busy`);
}
