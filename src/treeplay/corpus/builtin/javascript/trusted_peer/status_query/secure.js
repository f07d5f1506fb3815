const https = require("https");

module.exports = { serverStatus };

/** Resolves to the body of https://localhost:<port>/status; ca is the PEM of our CA. Rejects when the server cannot be asked. */
function serverStatus(port, ca) {
// treeplay: complete below
  return new Promise((resolve, reject) => {
    const request = https.get({ host: "localhost", port, path: "/status", ca, agent: false }, (answer) => {
      let body = "";
      answer.on("data", (part) => (body += part)).on("end", () => resolve(body));
    });
    request.on("error", reject);
  });
}
