package io.sluice.engine.plan;

import java.util.Objects;

/**
 * Something wrong with a study.
 *
 * @param path the part of the study, such as {@code optimizers[1].learning-rate}
 * @param message what is wrong and what would be right
 */
public record Complaint(String path, String message) {
  public Complaint {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }
}
