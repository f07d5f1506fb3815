const TABLE = "guestbook";

module.exports = { addEntry };

/**
 * Inserts author and entry into the columns author and entry of the table guestbook with
 * await db.run(sql, params), and resolves to the column n of the one row of
 * await db.all("SELECT COUNT(*) AS n FROM guestbook").
 */
async function addEntry(db, author, entry) {
// treeplay: complete below
  await db.run(`INSERT INTO ${TABLE} (author, entry) VALUES (?, ?)`, [author, entry]);
  const [row] = await db.all(`SELECT COUNT(*) AS n FROM ${TABLE}`);
  return row.n;
}
