const assert = require("assert");
const https = require("https");
const { serverStatus } = require("./program.js");

const ca = `-----BEGIN CERTIFICATE-----
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
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYGZTj2+11cC+9f7Y
S6/BRw0/JmiaSr/xGYOkr4dRl3ShRANCAAS4rtYlLGSAIxRxLuLE2zYJx8qCKTsG
jnu4A8uvb1Q2R7PyoSmf53GZy4frcb6G4x+o3tUaW51yZRdKgJIi01rH
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUQua3aAyRdkxu6nk+R5HQyRHTg8MwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDE2NTI1NVoYDzIxMjYxMDMx
MTY1MjU1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS4rtYlLGSAIxRxLuLE2zYJx8qCKTsGjnu4A8uvb1Q2R7PyoSmf53GZ
y4frcb6G4x+o3tUaW51yZRdKgJIi01rHo2kwZzAdBgNVHQ4EFgQUIxWnwH3Alg1G
k3mK5YTyTe8C7l0wHwYDVR0jBBgwFoAUIxWnwH3Alg1Gk3mK5YTyTe8C7l0wDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIhAIdG10AjTiyUTC+U6uQrYJBh8hfrrMi6KtKhN9PESC+JAiBQV7xGLcWs
W5i6S527CRStClTSzlMIacur1iXQ+RN4sg==
-----END CERTIFICATE-----`;

module.exports = async () => {
  let asked = 0;
  const server = https.createServer({ key, cert }, (req, res) => {
    asked += 1;
    res.end("fine");
  });
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  const status = await serverStatus(server.address().port, ca).catch(() => "");
  assert(!status && asked === 0, "asked a server with a certificate of its own");
};
