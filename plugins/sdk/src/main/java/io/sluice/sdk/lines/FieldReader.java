package io.sluice.sdk.lines;

import java.io.IOException;

/** Takes the fields of a line that is read, in any order. */
@FunctionalInterface
public interface FieldReader {

  /**
   * Takes one field.
   *
   * @return whether it is one that every line must have; of another the value may not have been
   *     asked for
   */
  boolean read(String name, FieldValue value) throws IOException;
}
