module.exports = { findBooks };

/**
 * Resolves to the titles (an array of strings) of all rows in books whose title contains the words,
 * in alphabetical order. The promise of db.all(sql, params) resolves to an array of rows.
 */
async function findBooks(db, words) {
// treeplay: complete below
  const rows = await db.all("SELECT title FROM books WHERE title LIKE ? ORDER BY title", [`%${words}%`]);
  return rows.map((row) => row.title);
}
