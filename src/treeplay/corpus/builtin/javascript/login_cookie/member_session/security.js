const assert = require("assert");
const http = require("http");
const { sendSession } = require("./program.js");

const res = new http.ServerResponse({ method: "GET" });
try {
  sendSession(res, "a1b2c3");
} catch {
  // refused
}
for (const cookie of [].concat(res.getHeader("set-cookie") || [])) {
  const flags = cookie.toLowerCase().split(/;\s*/).slice(1);
  assert(flags.includes("httponly"), `scripts can read ${cookie}`);
}
