package io.sluice.sdk.lines;

import io.sluice.spi.Factor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes a file of lines anew where something is wrong with it. Whoever reads meanwhile sees the
 * old file or the new one.
 *
 * @param factors those of the study from now on
 */
record Mending(StudyFolder folder, StudyFile kind, List<Factor> factors) {

  /** Writes a line anew. */
  @FunctionalInterface
  interface Copier {
    /**
     * @return whether it is sound; otherwise nothing is written
     */
    boolean copy(LineReader line, OutputStream out) throws IOException;
  }

  /**
   * Ends all lines in a line feed alone, puts the head right and drops what is damaged.
   *
   * @param looks whether to look for damaged lines; otherwise none is
   */
  void mend(boolean looks, Copier copier) throws IOException {
    Path file = folder.file(kind);
    if (!Files.exists(file)) {
      return;
    }
    String head = folder.head(kind, factors);
    boolean damaged = looks && !copy(OutputStream.nullOutputStream(), copier);
    if (!damaged && !LineReader.hasCarriageReturns(file) && hasHead(file, head)) {
      return;
    }
    if (damaged) {
      Files.copy(file, StudyFolder.damaged(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Disk.replace(
        file,
        out -> {
          if (!head.isEmpty()) {
            out.write((head + '\n').getBytes(StandardCharsets.UTF_8));
          }
          copy(out, copier);
        });
  }

  private static boolean hasHead(Path file, String head) throws IOException {
    if (head.isEmpty()) {
      return true;
    }
    try (LineReader reader = new LineReader(file)) {
      return !reader.next() || reader.text().equals(head);
    }
  }

  /** Writes all lines but the damaged and says whether there are none. */
  private boolean copy(OutputStream out, Copier copier) throws IOException {
    boolean sound = true;
    try (LineReader reader = folder.reader(kind)) {
      while (reader.next()) {
        sound &= copier.copy(reader, out);
      }
    }
    return sound;
  }
}
