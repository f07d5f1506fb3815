const assert = require("assert");
const { deleteMine } = require("./program.js");

const comments = { c1: { author: "ann", text: "first" } };
for (const user of ["bob", "root", ""]) {
  try {
    deleteMine({ user, params: { id: "c1" }, query: {}, body: {} }, comments);
  } catch {
    // refused
  }
  assert(comments.c1, `${user} deleted a comment of ann`);
}
