const assert = require("assert");
const tls = require("tls");
const { shipLine } = require("./program.js");

const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg51iZ9010O5DWPDzi
yJGi/XAgsEnlfMZlTZFR0621B5uhRANCAATUi1q3gnqQOZAnVwa001PTWbYgOF+Z
RebZc3QP8wWwcDB89OjbbU++3T3n3275dZUcoiNh/ksmYKkBkwhzq022
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUAMQI7q0IojB+Lps6Vy3qWAZpmMswCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDE2NTI1NVoYDzIxMjYxMDMx
MTY1MjU1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATUi1q3gnqQOZAnVwa001PTWbYgOF+ZRebZc3QP8wWwcDB89OjbbU++
3T3n3275dZUcoiNh/ksmYKkBkwhzq022o2kwZzAdBgNVHQ4EFgQUw1YhlnxhvU1k
uLkyFaQxdKTWOBYwHwYDVR0jBBgwFoAUw1YhlnxhvU1kuLkyFaQxdKTWOBYwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIhAJMWItWmbTk9yWr0TwXwe1Bw5UuzpX4ebVb6ynGblH9TAiApdVQ+IkEj
72D9mFmrEKieEXln0QApRIUE8Rl58XmoWQ==
-----END CERTIFICATE-----`;

module.exports = async () => {
  let got = "";
  let ended;
  const all = new Promise((resolve) => (ended = resolve));
  const server = tls.createServer({ key, cert }, (socket) => socket.on("data", (part) => (got += part)).on("end", ended));
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address();
  const error = await new Promise((resolve) => shipLine({ host: "localhost", port, ca: cert }, "disk full", resolve));
  assert(!error, String(error));
  await all;
  assert.strictEqual(got, "disk full\n");
};
