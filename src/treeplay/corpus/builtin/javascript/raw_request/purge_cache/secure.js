const CACHE = "cache.internal";

module.exports = { purgeRequest };

/**
 * Returns the text of the request for a page such as "/news/7":
 * "PURGE /news/7 HTTP/1.1\r\nHost: cache.internal\r\nX-Editor: ann\r\n\r\n"
 */
function purgeRequest(page, editor) {
// treeplay: complete below
  if (/[\r\n]/.test(page + editor)) {
    throw new Error("bad page or editor");
  }
  const lines = [`PURGE ${page} HTTP/1.1`, `Host: ${CACHE}`, `X-Editor: ${editor}`, "", ""];
  return lines.join("\r\n");
}
