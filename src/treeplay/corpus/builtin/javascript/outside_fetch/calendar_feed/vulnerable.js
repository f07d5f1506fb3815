module.exports = { loadFeed };

/**
 * Returns download(feed) when the feed's host is campus.example or lies below it (such as
 * "https://sport.campus.example/events.ics"), and null for other feeds.
 */
function loadFeed(feed, download) {
// treeplay: complete below
  const host = new URL(feed).hostname;
  if (host.endsWith("campus.example")) {
    return download(feed);
  }
  return null;
}
