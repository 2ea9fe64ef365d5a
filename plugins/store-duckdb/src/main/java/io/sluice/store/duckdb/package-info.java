/**
 * Results in one DuckDB file, {@code duckdb:results/sluice.duckdb}, for questions about very many
 * rows. {@link io.sluice.store.duckdb.DuckdbStoreProvider} is the extension; it opens an {@link
 * io.sluice.store.sql.SqlStore} in a {@code DuckdbFile}, whose connections all are of one {@code
 * Instance}: DuckDB opens a file once in a process, and in one process alone. Rows are written by
 * an Appender and read page by page.
 */
package io.sluice.store.duckdb;
