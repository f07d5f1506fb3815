const escapeHtml = (text) =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const shorten = (text, size) => (text.length > size ? text.slice(0, size - 1) + "…" : text);

module.exports = { profileCard };

/**
 * Returns the HTML of a member's card; a bio longer than 80 signs is shortened to 80.
 * { name: "Ann", bio: "likes tea" } gives '<div class="card"><h2>Ann</h2><p>likes tea</p></div>'.
 */
function profileCard(member) {
// treeplay: complete below
  const name = escapeHtml(member.name);
  const bio = escapeHtml(shorten(member.bio, 80));
  return `<div class="card"><h2>${name}</h2><p>${bio}</p></div>`;
}
