const quote = (text) => '"' + text.replace(/&/g, "&amp;").replace(/"/g, "&quot;") + '"';
const plain = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

module.exports = { projectMenu };

/**
 * Gives <select name="project"> with an option for each project, { key, title }; the current key is selected:
 * <select name="project"><option value="a1" selected>Sea</option><option value="b2">Hill</option></select>
 */
function projectMenu(projects, current) {
// treeplay: complete below
  const parts = ['<select name="project">'];
  for (const { key, title } of projects) {
    const selected = key === current ? " selected" : "";
    parts.push(`<option value=${quote(key)}${selected}>${plain(title)}</option>`);
  }
  return parts.join("") + "</select>";
}
