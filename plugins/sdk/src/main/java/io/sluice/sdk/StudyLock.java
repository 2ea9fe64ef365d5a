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
 * has a place for each study, in which stands the process that writes to it. Where several may
 * write they {@link #share} it, and whoever needs the study alone is refused. Readers need no lock.
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
  private final FileLock lock;

  private boolean closed;

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
    return take(file, place, study, false);
  }

  /**
   * Takes the lock together with others who do.
   *
   * @param file the lock file, in an existing folder; created if it is missing
   * @param place the study's place in it, from 0
   * @param study names the study and its store in the refusal
   * @throws ResultStoreException if somebody holds it alone; the message says which process
   */
  public static StudyLock share(Path file, long place, String study) throws IOException {
    return take(file, place, study, true);
  }

  private static StudyLock take(Path file, long place, String study, boolean shared)
      throws IOException {
    Path real = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    synchronized (OPEN) {
      LockFile open = OPEN.get(real);
      if (open == null) {
        open = new LockFile(real);
        OPEN.put(real, open);
      }
      try {
        return open.take(place, study, shared);
      } finally {
        open.closeIfUnused();
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      if (closed) {
        return;
      }
      closed = true;
      int others = file.holders.merge(place, -1, Integer::sum);
      if (others > 0) {
        return;
      }
      try {
        lock.release();
      } finally {
        file.holders.remove(place);
        file.locks.remove(place);
        file.closeIfUnused();
      }
    }
  }

  private static final class LockFile {
    private final Path path;
    private final FileChannel channel;

    /** The locks on its places, each of which several in this process may hold. */
    private final Map<Long, FileLock> locks = new HashMap<>();

    private final Map<Long, Integer> holders = new HashMap<>();

    LockFile(Path path) throws IOException {
      this.path = path;
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    StudyLock take(long place, String study, boolean shared) throws IOException {
      FileLock held = locks.get(place);
      if (held != null && shared && held.isShared()) {
        holders.merge(place, 1, Integer::sum);
        return new StudyLock(this, place, held);
      }
      FileLock lock = held != null ? null : channel.tryLock(LOCKED + place, 1, shared);
      if (lock == null) {
        throw new ResultStoreException(
            study
                + " is being written by "
                + (held != null ? "this process" : holder(place))
                + " already; wait until that has finished, stop it, or name another store");
      }
      locks.put(place, lock);
      holders.put(place, 1);
      StudyLock taken = new StudyLock(this, place, lock);
      try {
        writeHolder(place);
      } catch (IOException | RuntimeException | Error e) {
        taken.close();
        throw e;
      }
      return taken;
    }

    private void writeHolder(long place) throws IOException {
      String self = String.valueOf(ProcessHandle.current().pid());
      byte[] line =
          (self + " ".repeat(HOLDER_BYTES - 1 - self.length()) + "\n")
              .getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(line), place * HOLDER_BYTES);
    }

    private String holder(long place) throws IOException {
      ByteBuffer line = ByteBuffer.allocate(HOLDER_BYTES);
      channel.read(line, place * HOLDER_BYTES);
      String pid = new String(line.array(), 0, line.position(), StandardCharsets.US_ASCII).strip();
      return pid.matches("[0-9]+") ? "process " + pid : "another process";
    }

    void closeIfUnused() throws IOException {
      if (locks.isEmpty()) {
        OPEN.remove(path);
        channel.close();
      }
    }
  }
}
