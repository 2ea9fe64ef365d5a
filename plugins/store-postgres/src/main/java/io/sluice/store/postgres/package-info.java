/**
 * Results in a PostgreSQL database, {@code postgres://user@host/database}, for several people and
 * machines. {@link io.sluice.store.postgres.PostgresStoreProvider} is the extension; it opens an
 * {@link io.sluice.store.sql.SqlStore} in a {@code PostgresDatabase}: connections of a pool, tables
 * made and brought up to date by Flyway, rows written by {@code CopyRows} in the binary form of
 * COPY. {@code PostgresLeases} let several processes run one study.
 */
package io.sluice.store.postgres;
