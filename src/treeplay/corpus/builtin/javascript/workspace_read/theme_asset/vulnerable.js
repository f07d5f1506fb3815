const fs = require("fs");
const path = require("path");

module.exports = { serveAsset };

/**
 * Answers a request for a file below themeRoot. The URL path may be percent-encoded: "/css/dark%20mode.css".
 * Gives { status: 200, body } with the file's text, or { status: 404, body: "" } when there is no such file.
 */
function serveAsset(themeRoot, urlPath) {
// treeplay: complete below
  const wanted = decodeURIComponent(urlPath);
  const file = path.join(themeRoot, wanted);
  if (!fs.existsSync(file)) {
    return { status: 404, body: "" };
  }
  return { status: 200, body: fs.readFileSync(file, "utf8") };
}
