const assert = require("assert");
const { loginCookie } = require("./program.js");

for (const options of [undefined, {}, { domain: "a.example" }, { expires: new Date(0) }]) {
  let text = "";
  try {
    text = loginCookie("auth", "t0k3n", options) || "";
  } catch {
    continue;
  }
  const flags = text.split(";").map((part) => part.trim().toLowerCase());
  assert(!text || flags.includes("secure"), `sent without encryption too: ${text}`);
}
