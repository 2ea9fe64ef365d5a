package io.sluice.spark;

/** What Spark says, as far as people read it. */
final class FirstLine {

  private FirstLine() {}

  /** The first line of the message. */
  static String of(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank()
        ? thrown.getClass().getSimpleName()
        : message.strip().split("\\R", 2)[0];
  }
}
