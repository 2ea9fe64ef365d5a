package io.sluice.studies.export;

import java.io.IOException;
import java.util.Map;

/** Writes rows value by value, in the order of the columns. */
interface Rows {

  void text(String column, String value) throws IOException;

  void whole(String column, long value) throws IOException;

  void number(String column, double value) throws IOException;

  void numbers(String column, Map<String, Double> values) throws IOException;

  /** Ends the row. */
  void end() throws IOException;
}
