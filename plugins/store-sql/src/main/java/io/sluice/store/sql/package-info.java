/**
 * What stores in SQL databases have in common; no plugin itself, but a part of several. A plugin
 * says by a {@link io.sluice.store.sql.Database} how one kind of database is connected to, begins
 * transactions, takes many rows and puts its failures into words; {@link
 * io.sluice.store.sql.SqlStore} is a store in it. The tables and their columns are the same in all
 * of them, but for that of trials, which is a {@link io.sluice.store.sql.TrialTable}: {@link
 * io.sluice.store.sql.PlainTrials} where a column holds one value.
 */
package io.sluice.store.sql;
