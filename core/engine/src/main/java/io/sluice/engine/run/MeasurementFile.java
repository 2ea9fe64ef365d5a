package io.sluice.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file for the measurements of one block that found no {@link MeasurementRoom}. It is
 * made when the first comes and is gone when the last log of the block is closed. Written by one
 * thread; read when nobody writes any more.
 */
final class MeasurementFile {

  private static final int BUFFER = 1 << 16;

  private FileChannel channel;
  private ByteBuffer buffer;
  private long written;
  private boolean refused;
  private int logs;

  /** One more log writes here. */
  void open() {
    logs++;
  }

  /**
   * Appends numbers.
   *
   * @return their place, or −1 if the file cannot take them, and then never again
   */
  long append(double[] values, int count) {
    if (refused) {
      return -1;
    }
    try {
      if (channel == null) {
        create();
      }
      long place = written + buffer.position();
      for (int i = 0; i < count; i++) {
        if (buffer.remaining() < Double.BYTES) {
          drain();
        }
        buffer.putDouble(values[i]);
      }
      return place;
    } catch (IOException full) {
      refused = true;
      return -1;
    }
  }

  private void create() throws IOException {
    Path path = Files.createTempFile("sluice-measurements", ".tmp");
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    buffer = ByteBuffer.allocateDirect(BUFFER);
  }

  /** Brings what is buffered to the disk; what could not be written stays buffered. */
  private void drain() throws IOException {
    ByteBuffer full = buffer.duplicate().flip();
    long at = written;
    while (full.hasRemaining()) {
      at += channel.write(full, at);
    }
    written = at;
    buffer.clear();
  }

  /**
   * Reads numbers back.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  void read(long place, double[] values, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES);
    try {
      long at = place;
      while (bytes.hasRemaining()) {
        long inBuffer = at - written;
        if (inBuffer >= 0) {
          ByteBuffer rest = buffer.duplicate().flip().position((int) inBuffer);
          bytes.put(rest.limit((int) inBuffer + bytes.remaining()));
        } else {
          bytes.limit((int) Math.min(bytes.capacity(), bytes.position() - inBuffer));
          int read = channel.read(bytes, at);
          if (read < 0) {
            throw new IOException("measurements that were written are gone from a temporary file");
          }
          at += read;
          bytes.limit(bytes.capacity());
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    bytes.flip().asDoubleBuffer().get(values, 0, count);
  }

  /** One log less; with the last the file goes. */
  void close() {
    logs--;
    if (logs == 0 && channel != null) {
      try {
        channel.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } finally {
        channel = null;
        buffer = null;
      }
    }
  }
}
