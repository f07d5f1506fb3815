const PICTURE_HOST = "pics.example";

module.exports = { importPicture };

/**
 * Resolves to what get(address) resolves to, for an address on PICTURE_HOST such as
 * "https://pics.example/7/sea.jpg"; rejects for any other address without calling get.
 */
async function importPicture(address, get) {
// treeplay: complete below
  const { protocol, hostname } = new URL(address);
  if (protocol !== "https:" || hostname !== PICTURE_HOST) {
    throw new Error("this is not one of our pictures");
  }
  return get(address);
}
