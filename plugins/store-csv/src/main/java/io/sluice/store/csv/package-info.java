/**
 * Results as folders of tables, {@code csv:results/csv}: one folder per study with {@code
 * study.csv}, {@code cells.csv}, {@code trials.csv} and {@code measurements.csv}. {@link
 * io.sluice.store.csv.CsvStoreProvider} is the extension, and {@code CsvFormat} says how the fields
 * of a row are put together. It is the smallest store, to be copied by authors of others.
 */
package io.sluice.store.csv;
