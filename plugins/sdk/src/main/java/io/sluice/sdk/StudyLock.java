package io.sluice.sdk;

import io.sluice.spi.ResultStoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets one writer at a time write to a study; for stores in files. The lock is the operating
 * system's, so it goes with the process, however that ends, and nothing stale is left. A lock file
 * has a place for each study, in which stands the process that writes to it. Readers need no lock.
 *
 * <pre>{@code
 * StudyLock lock = StudyLock.take(folder.resolve("lock"), 0, "the study \"xor\" in " + folder);
 * }</pre>
 */
public final class StudyLock implements Closeable {

  private static final int HOLDER_BYTES = 16;

  /** What is locked lies beyond what is written, since some systems let nobody read what is. */
  private static final long LOCKED = 1L << 60;

  /**
   * The lock files open in this process, by their real path. All locks on a file share a channel,
   * because closing any channel on it could give all of them away.
   */
  private static final Map<Path, LockFile> OPEN = new HashMap<>();

  private final LockFile file;
  private final long place;
  private FileLock lock;

  private StudyLock(LockFile file, long place, FileLock lock) {
    this.file = file;
    this.place = place;
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @param file the lock file, in an existing folder; created if it is missing
   * @param place the study's place in it, from 0
   * @param study names the study and its store in the refusal
   * @throws ResultStoreException if another writer holds it; the message says which process
   */
  public static StudyLock take(Path file, long place, String study) throws IOException {
    Path real = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    synchronized (OPEN) {
      LockFile shared = OPEN.get(real);
      if (shared == null) {
        shared = new LockFile(real);
        OPEN.put(real, shared);
      }
      try {
        return shared.take(place, study);
      } finally {
        shared.closeIfUnused();
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      if (lock == null) {
        return;
      }
      try {
        lock.release();
      } finally {
        lock = null;
        file.held.remove(place);
        file.closeIfUnused();
      }
    }
  }

  private static final class LockFile {
    private final Path path;
    private final FileChannel channel;
    private final Map<Long, StudyLock> held = new HashMap<>();

    LockFile(Path path) throws IOException {
      this.path = path;
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    StudyLock take(long place, String study) throws IOException {
      FileLock lock = held.containsKey(place) ? null : channel.tryLock(LOCKED + place, 1, false);
      if (lock == null) {
        throw new ResultStoreException(
            study
                + " is being written by "
                + (held.containsKey(place) ? "this process" : holder(place))
                + " already; wait until that has finished, stop it, or name another store");
      }
      String self = String.valueOf(ProcessHandle.current().pid());
      byte[] line =
          (self + " ".repeat(HOLDER_BYTES - 1 - self.length()) + "\n")
              .getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(line), place * HOLDER_BYTES);
      StudyLock taken = new StudyLock(this, place, lock);
      held.put(place, taken);
      return taken;
    }

    private String holder(long place) throws IOException {
      ByteBuffer line = ByteBuffer.allocate(HOLDER_BYTES);
      channel.read(line, place * HOLDER_BYTES);
      String pid = new String(line.array(), 0, line.position(), StandardCharsets.US_ASCII).strip();
      return pid.matches("[0-9]+") ? "process " + pid : "another process";
    }

    void closeIfUnused() throws IOException {
      if (held.isEmpty()) {
        OPEN.remove(path);
        channel.close();
      }
    }
  }
}
