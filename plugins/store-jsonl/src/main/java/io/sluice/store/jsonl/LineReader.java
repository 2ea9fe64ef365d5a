package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.sluice.spi.ResultStoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Reads lines that end in a newline. What follows the last newline is a line still being written,
 * or one torn by a crash; it is not given.
 */
final class LineReader implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Makes a value of one line. */
  @FunctionalInterface
  interface Decoder<T> {
    T decode(JsonParser parser) throws IOException;
  }

  private final Path file;
  private final FileChannel channel;
  private byte[] buffer = new byte[BUFFER_BYTES];

  /** Where the buffer's first byte is in the file. */
  private long start;

  private int limit;
  private int next;
  private int lineFrom;
  private int lineTo;

  /** Opens the file at its first line. */
  LineReader(Path file) throws IOException {
    this.file = file;
    channel = FileChannel.open(file, StandardOpenOption.READ);
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

  /** The value of the line. */
  <T> T decode(Decoder<T> decoder) {
    try (JsonParser parser = Json.FACTORY.createParser(buffer, lineFrom, lineTo - lineFrom)) {
      return decoder.decode(parser);
    } catch (JsonProcessingException e) {
      throw broken(e.getOriginalMessage(), e);
    } catch (ResultStoreException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw broken(e.getMessage(), e);
    }
  }

  private ResultStoreException broken(String reason, Exception cause) {
    return new ResultStoreException(
        file + ", line " + lineNumber(offset()) + " is broken: " + reason, cause);
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

  /** How many bytes of the file are whole lines. */
  static long wholeLines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
      long end = channel.size();
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
