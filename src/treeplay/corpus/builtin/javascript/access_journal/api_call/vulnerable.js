module.exports = { accessLog };

/**
 * Returns a middleware (req, res, next) that passes one line, "<method> <path> <agent>", to write(line) and
 * then calls next(). The path is the decoded req.url, the agent the header user-agent, "-" without one.
 */
function accessLog(write) {
// treeplay: complete below
  return (req, res, next) => {
    const agent = req.headers["user-agent"] || "-";
    const path = decodeURIComponent(req.url);
    write([req.method, path, agent].join(" "));
    next();
  };
}
