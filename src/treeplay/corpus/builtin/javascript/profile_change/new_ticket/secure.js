let lastId = 0;

module.exports = { openTicket };

/**
 * Returns a new ticket { id, reporter, status: "open", priority: "normal", subject, text } with subject and
 * text from the request; ids count up from 1.
 */
function openTicket(reporter, request) {
// treeplay: complete below
  const { subject, text } = request;
  lastId += 1;
  return { id: lastId, reporter, status: "open", priority: "normal", subject, text };
}
