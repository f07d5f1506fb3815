const { readFile } = require("fs/promises");
const { join } = require("path");

const ARCHIVE = "archive";

module.exports = { invoicePdf };

/**
 * Resolves to a Buffer with the PDF that lies in the archive as <year>/<number>.pdf.
 * The year is one like "2023", the number one like "R-1042"; both come from the request.
 */
async function invoicePdf({ year, number }) {
// treeplay: complete below
  if (!/^\d{4}$/.test(year) || !/^[A-Za-z0-9-]+$/.test(number)) {
    throw new RangeError("no such invoice");
  }
  return readFile(join(ARCHIVE, year, `${number}.pdf`));
}
