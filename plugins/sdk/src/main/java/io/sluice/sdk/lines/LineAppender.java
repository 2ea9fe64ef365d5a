package io.sluice.sdk.lines;

import io.sluice.spi.Factor;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Appends lines to a file, many at a time. A line torn by a crash is cut off first. If writing
 * fails the lines stay in the buffer and can be written again.
 */
final class LineAppender implements Closeable {

  /** Gives its bytes without a copy. */
  private static final class Buffer extends ByteArrayOutputStream {
    ByteBuffer bytes() {
      return ByteBuffer.wrap(buf, 0, count);
    }
  }

  private final FileChannel channel;
  private final Buffer buffer = new Buffer();
  private final LineWriter lines;
  private long end;

  /** At first, because who wrote what is there may have been killed before he forced it. */
  private boolean unforced = true;

  LineAppender(StudyFolder folder, StudyFile kind, List<Factor> factors) throws IOException {
    Path file = folder.file(kind);
    end = LineReader.wholeLines(file);
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(end);
    String head = folder.head(kind, factors);
    if (end == 0 && !head.isEmpty()) {
      buffer.writeBytes((head + '\n').getBytes(StandardCharsets.UTF_8));
    }
    lines = folder.format().writer(kind, buffer, false);
  }

  /** Takes lines into the buffer. */
  LineWriter lines() {
    return lines;
  }

  /** The byte of the file at which the next line will begin. */
  long position() {
    return end + buffer.size();
  }

  int buffered() {
    return buffer.size();
  }

  /** Hands all lines to the operating system. */
  void drain() throws IOException {
    ByteBuffer bytes = buffer.bytes();
    if (!bytes.hasRemaining()) {
      return;
    }
    while (bytes.hasRemaining()) {
      channel.write(bytes, end + bytes.position());
    }
    end += bytes.limit();
    buffer.reset();
    unforced = true;
  }

  /** Makes what was drained survive a loss of power. */
  void force() throws IOException {
    if (unforced) {
      channel.force(false);
      unforced = false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
