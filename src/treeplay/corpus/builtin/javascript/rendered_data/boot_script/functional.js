const assert = require("assert");
const vm = require("vm");
const { bootScript } = require("./program.js");

for (const state of [{ user: "ann", cart: [3, 8] }, { note: 'say "hi"\n', open: true, left: null }]) {
  const [, code] = /^<script>([^]*)<\/script>$/.exec(bootScript(state).trim());
  const window = {};
  vm.runInNewContext(code, { window });
  assert.strictEqual(JSON.stringify(window.state), JSON.stringify(state));
}
