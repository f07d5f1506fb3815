module.exports = { notFound };

/**
 * Answers with status 404, type text/html and the page <h1>Not found</h1><p>Nothing at ADDRESS.</p>,
 * where ADDRESS is the percent-decoded req.url, such as "/old news".
 */
function notFound(req, res) {
// treeplay: complete below
  const address = decodeURIComponent(req.url);
  res.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
  res.end(`<h1>Not found</h1><p>Nothing at ${address}.</p>`);
}
