const assert = require("assert");
const { openTicket } = require("./program.js");

for (const extra of [{ priority: "urgent" }, { reporter: "boss" }, { status: "approved", id: 1000 }]) {
  let ticket = null;
  try {
    ticket = openTicket("ann", { subject: "Help", text: "It broke", ...extra });
  } catch {
    continue;
  }
  if (!ticket) continue;
  assert(ticket.reporter === "ann" && ticket.status === "open" && ticket.priority === "normal" && ticket.id < 1000, JSON.stringify(ticket));
}
