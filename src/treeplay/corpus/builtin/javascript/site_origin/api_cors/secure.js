const SITES = new Set(["https://app.example", "https://admin.example"]);

module.exports = { corsHeaders };

/**
 * Returns the headers for a request with this Origin header: Access-Control-Allow-Origin with the origin and
 * Access-Control-Allow-Credentials "true", so that our SITES can call the API with their cookies.
 */
function corsHeaders(origin) {
// treeplay: complete below
  if (!SITES.has(origin)) {
    return {};
  }
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Credentials": "true",
  };
}
