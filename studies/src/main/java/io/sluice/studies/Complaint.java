package io.sluice.studies;

import java.util.Objects;

/**
 * One thing that is wrong with a study file.
 *
 * @param location where
 * @param path the key it is about, such as {@code optimizers[1].learning-rate}; empty for the study
 *     as a whole
 * @param message what is wrong and what is allowed
 */
public record Complaint(Location location, String path, String message) {

  public Complaint {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }

  /** Such as {@code study.yaml:3:1: unknown key "bugdet" (did you mean "budget"?)}. */
  @Override
  public String toString() {
    return location + ": " + message;
  }
}
