const PARTNERS = ["books.example", "films.example"];

module.exports = { follow };

/**
 * Counts a click on the link in clicks, { <host>: number }, and returns the link, an https address on one
 * of PARTNERS. For any other link it counts nothing and returns "https://news.example/".
 */
function follow(clicks, link) {
// treeplay: complete below
  const { protocol, host } = new URL(link);
  if (protocol !== "https:" || !PARTNERS.includes(host)) {
    return "https://news.example/";
  }
  clicks[host] = (clicks[host] || 0) + 1;
  return link;
}
