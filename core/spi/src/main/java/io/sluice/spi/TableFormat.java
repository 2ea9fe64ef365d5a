package io.sluice.spi;

import java.nio.file.Path;
import java.util.List;

/**
 * Writes tables as files of one format that Sluice does not know itself. A {@link
 * ResultStoreProvider} that implements this too is found by its {@link #format()}.
 *
 * <pre>{@code
 * try (TableFormat.Writer rows = parquet.write(Path.of("trials.parquet"), List.of("trial", "loss"))) {
 *   rows.whole(0).number(0.25).endRow();
 * }
 * }</pre>
 */
public interface TableFormat {

  /** Its name in options, such as {@code parquet}. */
  String format();

  /**
   * Begins a file, in place of one that is there.
   *
   * @param columns their names, each once
   * @throws ResultStoreException if it cannot be written
   */
  Writer write(Path file, List<String> columns);

  /**
   * Takes rows value by value, in the order of the columns. A column's values are all texts, all
   * whole numbers or all fractions; those of the first row say which.
   */
  interface Writer extends AutoCloseable {

    /** A text. */
    Writer text(String value);

    /** A whole number. */
    Writer whole(long value);

    /** Any double; NaN may be written as if there were no value. */
    Writer number(double value);

    /** Ends the row. */
    void endRow();

    /**
     * Ends the file, which is whole only then.
     *
     * @throws ResultStoreException if it cannot be written
     */
    @Override
    void close();
  }
}
