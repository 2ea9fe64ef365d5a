package io.sluice.studies;

import java.util.Objects;

/**
 * A study that comes along.
 *
 * @param name by which it can be read
 * @param question what it asks
 */
public record ShippedStudy(String name, String question) {
  public ShippedStudy {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(question, "question");
  }
}
