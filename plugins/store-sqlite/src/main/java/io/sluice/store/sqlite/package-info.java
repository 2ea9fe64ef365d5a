/**
 * Results in one SQLite file, {@code sqlite:results/sluice.db}. {@link
 * io.sluice.store.sqlite.SqliteStoreProvider} is the extension; it opens an {@link
 * io.sluice.store.sql.SqlStore} in a {@code SqliteFile}, which opens the connections, sees to the
 * schema and puts failures into words. {@code TrialRow} packs a trial into few columns, and {@code
 * Inserter} writes many rows at once. The tables are made for people too: see {@code trial_view}
 * and {@code measurement_view} in views.sql.
 */
package io.sluice.store.sqlite;
