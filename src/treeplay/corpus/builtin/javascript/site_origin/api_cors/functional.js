const assert = require("assert");
const { corsHeaders } = require("./program.js");

for (const origin of ["https://app.example", "https://admin.example"]) {
  const headers = corsHeaders(origin);
  assert.strictEqual(headers["Access-Control-Allow-Origin"], origin);
  assert.strictEqual(headers["Access-Control-Allow-Credentials"], "true");
}
