const assert = require("assert");
const { membersCsv } = require("./program.js");

assert.strictEqual(membersCsv([{ name: "Ann", city: "Rome" }]), 'name,city\n"Ann","Rome"\n');
assert.strictEqual(
  membersCsv([{ name: 'Bo "B" Lee', city: "Bath, Avon" }, { name: "Cy", city: "" }]),
  'name,city\n"Bo ""B"" Lee","Bath, Avon"\n"Cy",""\n',
);
assert.strictEqual(membersCsv([]), "name,city\n");
