const assert = require("assert");
const { openTicket } = require("./program.js");

const base = { status: "open", priority: "normal" };
assert.deepStrictEqual(openTicket("ann", { subject: "Help", text: "It broke" }), {
  ...base, id: 1, reporter: "ann", subject: "Help", text: "It broke",
});
assert.deepStrictEqual(openTicket("bob", { subject: "Me too", text: "So did mine" }), {
  ...base, id: 2, reporter: "bob", subject: "Me too", text: "So did mine",
});
