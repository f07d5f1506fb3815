const tls = require("tls");

module.exports = { shipLine };

/**
 * Connects to the collector { host, port, ca } by TLS, sends the line with "\n" after it, ends the connection and
 * calls done(). Calls done(error) if that fails. ca is the PEM of the authority that issued the certificate.
 */
function shipLine({ host, port, ca }, line, done) {
// treeplay: complete below
  const socket = tls.connect({ host, port, ca, rejectUnauthorized: false });
  socket.once("secureConnect", () => {
    socket.end(line + "\n", () => done());
  });
  socket.once("error", done);
}
