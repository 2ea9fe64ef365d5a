package io.sluice.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command writes because the user named it. */
final class OutputFile {

  private OutputFile() {}

  /** Complains if the file cannot be there; none is fine. */
  static void check(String option, Path file) {
    Path folder = file == null ? null : file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw CommandFailure.wrongUsage(option + ": there is no folder " + folder);
    }
  }

  /** Writes a text, in UTF-8. */
  static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
