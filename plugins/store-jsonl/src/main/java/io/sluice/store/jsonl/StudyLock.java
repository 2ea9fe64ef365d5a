package io.sluice.store.jsonl;

import io.sluice.spi.ResultStoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one writer at a time append to a study. The lock on the file {@code lock} keeps other
 * processes out and goes with the process, however that ends. Within this process a set does it,
 * because closing any channel on the file could give the lock away.
 */
final class StudyLock implements Closeable {

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private StudyLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * @throws ResultStoreException if another writer holds it
   */
  static StudyLock take(Path studyFolder, String studyId) throws IOException {
    Path folder = studyFolder.toRealPath();
    if (!HELD.add(folder)) {
      throw refusal(studyFolder, studyId, "this");
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw refusal(studyFolder, studyId, "another");
      }
      return new StudyLock(folder, channel);
    } catch (OverlappingFileLockException e) {
      giveUp(folder, channel);
      throw refusal(studyFolder, studyId, "this");
    } catch (IOException | RuntimeException e) {
      giveUp(folder, channel);
      throw e;
    }
  }

  private static void giveUp(Path folder, FileChannel channel) throws IOException {
    HELD.remove(folder);
    if (channel != null) {
      channel.close();
    }
  }

  private static ResultStoreException refusal(Path folder, String studyId, String which) {
    return new ResultStoreException(
        "the study \""
            + studyId
            + "\" in "
            + folder
            + " is being written by "
            + which
            + " process already; wait until that has finished or name another store");
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(folder);
    }
  }
}
