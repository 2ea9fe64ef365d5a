package io.sluice.studies.results;

import io.sluice.studies.Location;

/** Results cannot be read. The message begins with the place, as far as there is one. */
public final class ResultFormatException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ResultFormatException(String message) {
    super(message);
  }

  ResultFormatException(Location place, String message) {
    super(place + ": " + message);
  }
}
