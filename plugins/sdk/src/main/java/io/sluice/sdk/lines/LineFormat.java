package io.sluice.sdk.lines;

import java.io.IOException;
import java.io.OutputStream;

/**
 * How lines are spelt; all that a store of lines brings of its own. A line ends in a line feed and
 * has none before that. What is written comes back bit for bit, whatever characters texts have.
 * Where lines are rows of a table, {@link ColumnFormat} has most of it.
 */
public interface LineFormat {

  /** The name of the file in the study's folder, such as {@code trials.jsonl}. */
  String fileName(StudyFile file);

  /** Whether the first line of each file is a head that names the fields of the others. */
  default boolean hasHead() {
    return false;
  }

  /**
   * A writer of lines.
   *
   * @param out takes the bytes; whole lines have reached it once their end was written
   * @param first whether the first line is to have the head before it
   */
  LineWriter writer(StudyFile file, OutputStream out, boolean first) throws IOException;

  /**
   * Reads one line, or the whole file of {@link StudyFile#STUDY} without its head.
   *
   * @param head the first line of the file, without its end; empty if files have no head
   * @param bytes hold the line, without its end, from {@code from} up to before {@code to}
   * @param reader takes each field
   * @throws IOException if this is no line; the message says why, and anything else that is thrown
   *     counts as that too
   */
  void read(String head, byte[] bytes, int from, int to, FieldReader reader) throws IOException;
}
