module.exports = { renderMessage };

/**
 * Renders a chat message as HTML. { from: "ann", text: "Hi\nall" } becomes
 * <p><strong>ann</strong> Hi<br>all</p>
 */
function renderMessage({ from, text }) {
// treeplay: complete below
  const plain = (value) => value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<p><strong>${plain(from)}</strong> ${plain(text).replace(/\n/g, "<br>")}</p>`;
}
