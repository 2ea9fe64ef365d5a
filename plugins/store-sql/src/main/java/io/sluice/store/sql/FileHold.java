package io.sluice.store.sql;

import io.sluice.sdk.StudyLock;
import io.sluice.spi.ResultStoreException;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps others from writing to a study of a database that is a file. */
public final class FileHold {

  private FileHold() {}

  /**
   * Takes a study's place in a lock file.
   *
   * @param file the lock file beside the database
   * @param study such as {@code the study "xor"}, for the refusal
   */
  public static Database.Hold take(Path file, int place, String study, Database database) {
    return hold(file, database, () -> StudyLock.take(file, place, study + " in " + database));
  }

  /**
   * The same for one of several who hold the place together.
   *
   * @param file the lock file beside the database
   * @param study such as {@code the study "xor"}, for the refusal
   */
  public static Database.Hold share(Path file, int place, String study, Database database) {
    return hold(file, database, () -> StudyLock.share(file, place, study + " in " + database));
  }

  /** Takes a lock. */
  @FunctionalInterface
  private interface Taking {
    StudyLock take() throws IOException;
  }

  private static Database.Hold hold(Path file, Database database, Taking taking) {
    StudyLock lock;
    try {
      lock = taking.take();
    } catch (IOException e) {
      throw ResultStoreException.unavailable(
          database + " cannot be written: its lock " + file + " cannot be taken: " + e, e);
    }
    return () -> {
      try {
        lock.close();
      } catch (IOException e) {
        throw new ResultStoreException("the lock of " + database + " cannot be released: " + e, e);
      }
    };
  }
}
