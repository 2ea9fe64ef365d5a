/**
 * Results in one SQLite file, {@code sqlite:results/sluice.db}. {@link
 * io.sluice.store.sqlite.SqliteStoreProvider} is the extension; it opens a {@code SqliteStore},
 * whose {@code SqliteWriter} collects finished trials and writes them in one short transaction per
 * flush, and whose streams each read one snapshot through a connection of their own. {@code
 * SqliteFile} opens the connections, sees to the schema and puts failures into words. The tables
 * are made for people too: see {@code trial_view} and {@code measurement_view} in schema.sql.
 */
package io.sluice.store.sqlite;
