const assert = require("assert");
const { signUp, members } = require("./program.js");

for (const extra of [{ plan: "gold" }, { verified: true }, { admin: true }]) {
  try {
    signUp({ email: "eve@e.org", nickname: "eve", ...extra });
  } catch {
    // refused
  }
}
for (const member of members) {
  assert(member.plan === "free" && !member.verified && !member.admin, JSON.stringify(member));
}
