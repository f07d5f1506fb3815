module.exports = { preflight };

/**
 * Answers an OPTIONS request with status 204. For pages on https hosts below corp.example (such as
 * https://wiki.corp.example) it sets access-control-allow-origin to req.headers.origin and
 * access-control-allow-methods to "PUT".
 */
function preflight(req, res) {
// treeplay: complete below
  const origin = req.headers.origin || "";
  if (/https:\/\/.*corp.example/.test(origin)) {
    res.setHeader("access-control-allow-origin", origin);
    res.setHeader("access-control-allow-methods", "PUT");
  }
  res.statusCode = 204;
  res.end();
}
