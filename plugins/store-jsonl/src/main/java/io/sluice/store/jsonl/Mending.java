package io.sluice.store.jsonl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file of lines anew where something is wrong with it. Whoever reads meanwhile sees the
 * old file or the new one.
 */
final class Mending {

  private Mending() {}

  /**
   * Ends all lines in a line feed alone and drops what is damaged.
   *
   * @param decoder fails at a damaged line
   * @param decodes whether lines are looked at; otherwise none is damaged
   */
  static void mend(Path file, LineReader.Decoder<?> decoder, boolean decodes) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    boolean returns = LineReader.hasCarriageReturns(file);
    boolean damaged = decodes && damagedLines(file, decoder);
    if (!returns && !damaged) {
      return;
    }
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (LineReader reader = new LineReader(file);
        FileChannel out =
            FileChannel.open(
                draft,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      while (reader.next()) {
        if (!decodes || reader.decodeIfSound(decoder).isPresent()) {
          ByteBuffer line = reader.bytes();
          while (line.hasRemaining()) {
            out.write(line);
          }
        }
      }
      out.force(false);
    }
    if (damaged) {
      Files.copy(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean damagedLines(Path file, LineReader.Decoder<?> decoder) throws IOException {
    try (LineReader reader = new LineReader(file)) {
      while (reader.next()) {
        if (reader.decodeIfSound(decoder).isEmpty()) {
          return true;
        }
      }
      return false;
    }
  }
}
