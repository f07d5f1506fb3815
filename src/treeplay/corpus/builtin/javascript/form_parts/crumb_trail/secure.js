module.exports = { crumbTrail };

/**
 * Renders the folders of a path as spans joined by " / ":
 * crumbTrail("home/ann") gives "<nav><span>home</span> / <span>ann</span></nav>".
 */
function crumbTrail(folders) {
// treeplay: complete below
  const safe = folders.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const crumbs = safe.split("/").filter(Boolean);
  return "<nav>" + crumbs.map((crumb) => `<span>${crumb}</span>`).join(" / ") + "</nav>";
}
