package io.sluice.math;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the tests saw, a file for each function in {@code target/largest-errors}. */
final class LargestErrors {

  private static final Path FOLDER = Path.of("target", "largest-errors");

  private LargestErrors() {}

  static void note(String function, double worst, String where) {
    String line = String.format(Locale.ROOT, "%-12s %.3f ulp, at %s%n", function, worst, where);
    System.out.print(line);
    try {
      Files.writeString(Files.createDirectories(FOLDER).resolve(function + ".txt"), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
