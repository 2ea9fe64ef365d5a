package io.sluice.sdk.lines;

import io.sluice.spi.ResultStoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads lines that end in a newline. What follows the last newline is a line still being written,
 * or one torn by a crash; it is not given.
 */
final class LineReader implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Makes a value of one line. */
  @FunctionalInterface
  interface Decoder<T> {
    T decode(Line line) throws IOException;
  }

  /** Hands the fields of a line out. */
  @FunctionalInterface
  interface Line {

    void read(FieldReader reader) throws IOException;

    /** Reads a line that has at least so many fields of those that every line must have. */
    default void read(int fields, FieldReader reader) throws IOException {
      int[] known = {0};
      read(
          (name, value) -> {
            boolean must = reader.read(name, value);
            known[0] += must ? 1 : 0;
            return must;
          });
      if (known[0] != fields) {
        throw new IOException("it has " + known[0] + " of its " + fields + " fields");
      }
    }
  }

  private final Path file;
  private final LineFormat format;
  private final String head;
  private final FileChannel channel;
  private byte[] buffer;

  /** Where the buffer's first byte is in the file. */
  private long start;

  private int limit;
  private int next;
  private int lineFrom;
  private int lineTo;

  /**
   * Opens a file at its first line, or at its second if the first is a head.
   *
   * @param head as the format writes it; null if it is in the file alone
   */
  LineReader(Path file, LineFormat format, String head) throws IOException {
    this.file = file;
    this.format = format;
    channel = FileChannel.open(file, StandardOpenOption.READ);
    buffer = new byte[(int) Math.min(BUFFER_BYTES, channel.size() + 1)];
    if (format != null && format.hasHead()) {
      String first = next() ? text() : "";
      this.head = head == null ? first : head;
    } else {
      this.head = "";
    }
  }

  /** Opens a file whose lines, and its head, are only moved about. */
  LineReader(Path file) throws IOException {
    this(file, null, null);
  }

  /** Goes on with the line that begins at this byte. */
  void seek(long offset) {
    if (offset >= start && offset <= start + limit) {
      next = (int) (offset - start);
    } else {
      start = offset;
      limit = 0;
      next = 0;
    }
  }

  /** Goes to the next line, if there is one. */
  boolean next() throws IOException {
    int scanned = next;
    while (true) {
      for (int i = scanned; i < limit; i++) {
        if (buffer[i] == '\n') {
          lineFrom = next;
          lineTo = i;
          next = i + 1;
          return true;
        }
      }
      scanned = limit - next;
      if (!fill()) {
        return false;
      }
    }
  }

  /** Moves what is left to the front of the buffer and reads on behind it. */
  private boolean fill() throws IOException {
    int rest = limit - next;
    if (rest == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.multiplyExact(2, buffer.length));
    } else {
      System.arraycopy(buffer, next, buffer, 0, rest);
    }
    start += next;
    next = 0;
    limit = rest;
    int read = channel.read(ByteBuffer.wrap(buffer, rest, buffer.length - rest), start + rest);
    limit += Math.max(read, 0);
    return read > 0;
  }

  /** The byte at which the line begins. */
  long offset() {
    return start + lineFrom;
  }

  boolean endsInCarriageReturn() {
    return lineTo > lineFrom && buffer[lineTo - 1] == '\r';
  }

  /** How long the line is with its line feed but without a carriage return before it. */
  int bytesWithoutCarriageReturn() {
    return lineTo + 1 - lineFrom - (endsInCarriageReturn() ? 1 : 0);
  }

  /** The line without its end. */
  String text() {
    int length = bytesWithoutCarriageReturn() - 1;
    return new String(buffer, lineFrom, length, StandardCharsets.UTF_8);
  }

  /** The bytes of the line with a line feed alone. */
  byte[] bytes() {
    int length = bytesWithoutCarriageReturn();
    byte[] bytes = Arrays.copyOfRange(buffer, lineFrom, lineFrom + length);
    bytes[length - 1] = '\n';
    return bytes;
  }

  /**
   * The value of the line.
   *
   * @throws ResultStoreException if it is damaged
   */
  <T> T decode(Decoder<T> decoder) {
    try {
      return parse(decoder);
    } catch (IOException | RuntimeException e) {
      throw damaged(e.getMessage());
    }
  }

  /** The value of the line, if it is not damaged. */
  <T> Optional<T> decodeIfSound(Decoder<T> decoder) {
    try {
      return Optional.of(parse(decoder));
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  /** The value of the line; what is thrown says why it is damaged. */
  <T> T parse(Decoder<T> decoder) throws IOException {
    int to = lineFrom + bytesWithoutCarriageReturn() - 1;
    return decoder.decode(reader -> format.read(head, buffer, lineFrom, to, reader));
  }

  private ResultStoreException damaged(String reason) {
    return ResultStoreException.damaged(file + ", line " + lineNumber(offset()), reason);
  }

  /** The number, from 1, of the line that begins at this byte; only needed when it is broken. */
  private String lineNumber(long offset) {
    try (LineReader reader = new LineReader(file)) {
      long number = 1;
      while (reader.next() && reader.offset() < offset) {
        number++;
      }
      return Long.toString(number);
    } catch (IOException e) {
      return "at byte " + offset;
    }
  }

  /** Whether the first or the last whole line ends in a carriage return and a line feed. */
  static boolean hasCarriageReturns(Path file) throws IOException {
    long end = wholeLines(file);
    if (end < 2) {
      return false;
    }
    try (LineReader reader = new LineReader(file)) {
      if (reader.next() && reader.endsInCarriageReturn()) {
        return true;
      }
      reader.seek(end - 2);
      return reader.next() && reader.endsInCarriageReturn();
    }
  }

  /** How many bytes of the file are whole lines. */
  static long wholeLines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = channel.size();
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, end));
      while (end > 0) {
        long from = Math.max(0, end - BUFFER_BYTES);
        bytes.clear().limit((int) (end - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
          // Reads until the block is full.
        }
        for (int i = bytes.position() - 1; i >= 0; i--) {
          if (bytes.get(i) == '\n') {
            return from + i + 1;
          }
        }
        end = from;
      }
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
