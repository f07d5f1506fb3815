module.exports = { renderMessage };

/**
 * Renders a chat message as HTML. { from: "ann", text: "Hi\nall" } becomes
 * <p><strong>ann</strong> Hi<br>all</p>
 */
function renderMessage({ from, text }) {
// treeplay: complete below
  return `<p><strong>${from}</strong> ${text.replace(/\n/g, "<br>")}</p>`;
}
