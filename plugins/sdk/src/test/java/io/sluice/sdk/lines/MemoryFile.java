package io.sluice.sdk.lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A file on a {@link MemoryDisk}: what its readers see, and what would survive a loss of power. */
final class MemoryFile {

  private byte[] bytes = {};
  private byte[] forced = {};
  private final List<Change> unforced = new ArrayList<>();

  /**
   * What was done to the file.
   *
   * @param bytes null if it was cut here
   */
  private record Change(int at, byte[] bytes) {
    byte[] appliedTo(byte[] before) {
      if (bytes == null) {
        return Arrays.copyOf(before, Math.min(at, before.length));
      }
      byte[] after = Arrays.copyOf(before, Math.max(before.length, at + bytes.length));
      System.arraycopy(bytes, 0, after, at, bytes.length);
      return after;
    }

    /** A part of what was written; what was cut off is cut off or not. */
    Change torn(Random random) {
      if (bytes == null || bytes.length == 0) {
        return this;
      }
      int from = random.nextBoolean() ? 0 : random.nextInt(bytes.length);
      int to = from == 0 ? random.nextInt(bytes.length) : bytes.length;
      return new Change(at + from, Arrays.copyOfRange(bytes, from, to));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  void write(int at, byte[] written) {
    change(new Change(at, written));
  }

  void cut(int size) {
    if (size < bytes.length) {
      change(new Change(size, null));
    }
  }

  private void change(Change change) {
    bytes = change.appliedTo(bytes);
    unforced.add(change);
  }

  void force() {
    forced = bytes;
    unforced.clear();
  }

  /** Each change that was not forced is lost, or there in part, or there. */
  void losePower(Random random) {
    bytes = forced;
    for (Change change : unforced) {
      int fate = random.nextInt(4);
      if (fate == 1) {
        bytes = change.torn(random).appliedTo(bytes);
      } else if (fate > 1) {
        bytes = change.appliedTo(bytes);
      }
    }
    force();
  }
}
