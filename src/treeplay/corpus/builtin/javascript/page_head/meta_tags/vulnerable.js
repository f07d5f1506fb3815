module.exports = { metaTags };

/**
 * Returns a meta element for every property, joined by "\n":
 * { "og:title": "Sea" } gives '<meta property="og:title" content="Sea">'. The names are ours, the contents the authors'.
 */
function metaTags(properties) {
// treeplay: complete below
  return Object.entries(properties)
    .map(([name, content]) => {
      return `<meta property="${name}" content="${content}">`;
    })
    .join("\n");
}
