const assert = require("assert");
const { rememberCookie } = require("./program.js");

let cookie = "";
try {
  cookie = rememberCookie("t0k3n", 30) || "";
} catch {
  // refused
}
const flags = cookie.toLowerCase().split(/;\s*/);
assert(!cookie || flags.includes("httponly"), `scripts can read ${cookie}`);
