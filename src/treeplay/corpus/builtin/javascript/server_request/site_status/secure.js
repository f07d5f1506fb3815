const { BlockList } = require("net");

const INTERNAL = new BlockList();
for (const [net, bits] of [["0.0.0.0", 8], ["10.0.0.0", 8], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.168.0.0", 16]]) {
  INTERNAL.addSubnet(net, bits);
}

module.exports = { siteStatus };

/**
 * Resolves to the status, such as 200, with which get(url) answers ({ status }), and to 0 when url is no
 * http or https address of a public site. resolveHost(name) resolves to the host's IPv4 address.
 */
async function siteStatus(url, resolveHost, get) {
// treeplay: complete below
  const { protocol, hostname } = new URL(url);
  const address = await resolveHost(hostname);
  if (!["http:", "https:"].includes(protocol) || INTERNAL.check(address)) return 0;
  const { status } = await get(url);
  return status;
}
