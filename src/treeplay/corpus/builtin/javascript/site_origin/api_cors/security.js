const assert = require("assert");
const { corsHeaders } = require("./program.js");

for (const origin of ["https://evil.test", "null", "https://app.example.evil.test", "http://app.example", "https://xapp.example"]) {
  let headers = {};
  try {
    headers = corsHeaders(origin) || {};
  } catch {
    continue;
  }
  const allowed = headers["Access-Control-Allow-Origin"];
  assert(allowed !== origin && allowed !== "*", `${origin} may read with cookies`);
}
