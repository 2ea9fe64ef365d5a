package io.sluice.store.sqlite;

import io.sluice.spi.ResultStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where the driver unpacks its native library: the folder for temporary files or, if no program may
 * run from there, the user's cache. Whoever set the driver's property has chosen.
 */
final class DriverFolder {

  private static final String PROPERTY = "org.sqlite.tmpdir";
  private static final Set<PosixFilePermission> MINE_ALONE =
      PosixFilePermissions.fromString("rwx------");

  private static boolean chosen;

  private DriverFolder() {}

  /**
   * Tells the driver, before it is used for the first time.
   *
   * @throws ResultStoreException if no folder will do
   */
  static synchronized void choose() {
    if (chosen || System.getProperty("org.sqlite.lib.path") != null) {
      return;
    }
    String named = System.getProperty(PROPERTY);
    List<Path> folders =
        named != null
            ? List.of(Path.of(named))
            : List.of(
                Path.of(System.getProperty("java.io.tmpdir")),
                cache(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home")));
    System.setProperty(PROPERTY, first(folders, DriverFolder::runsPrograms).toString());
    chosen = true;
  }

  /** The user's folder for what can be made again. */
  static Path cache(String ofUser, String home) {
    boolean named = ofUser != null && Path.of(ofUser).isAbsolute();
    return (named ? Path.of(ofUser) : Path.of(home, ".cache")).resolve("sluice");
  }

  /** The first folder that will do. */
  static Path first(List<Path> folders, Predicate<Path> runsPrograms) {
    return folders.stream()
        .filter(runsPrograms)
        .findFirst()
        .orElseThrow(
            () ->
                new ResultStoreException(
                    "SQLite needs a folder to unpack its library into and run it from, and "
                        + folders.stream().map(Path::toString).collect(Collectors.joining(" and "))
                        + " cannot be written or "
                        + (folders.size() == 1 ? "is" : "are")
                        + " mounted with noexec; name another one with SLUICE_JAVA_OPTS=-D"
                        + PROPERTY
                        + "=FOLDER"));
  }

  /** Whether a program put there may run; makes the folder if it is missing. */
  static boolean runsPrograms(Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, "sluice", ".probe");
      try {
        if (Files.getFileStore(probe).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(probe, MINE_ALONE);
        }
        // Of a file on a file system without execution the system denies it, whatever its mode.
        return Files.isExecutable(probe);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException refused) {
      return false;
    }
  }
}
