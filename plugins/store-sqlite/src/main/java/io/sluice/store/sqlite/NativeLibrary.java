package io.sluice.store.sqlite;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite itself, which is no Java. To be loaded it must be a file for a moment. The driver leaves
 * that file in the temporary folder if the process is killed, so where a file that is in use can be
 * deleted this does what the driver would, and deletes it at once.
 */
final class NativeLibrary {

  private static final String FOLDER = "org.sqlite.tmpdir";
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private static boolean prepared;

  private NativeLibrary() {}

  /** Loads the library, if that is not done. If it cannot be, the driver will say so. */
  static synchronized void prepare() {
    if (prepared) {
      return;
    }
    DriverFolder.choose();
    prepared = true;
    Path folder = folder();
    boolean mayBeDeleted = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    String resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (InputStream library = NativeLibrary.class.getResourceAsStream(resource)) {
      if (mayBeDeleted && library != null && System.getProperty(PATH) == null) {
        load(folder, library);
      }
    } catch (Exception | LinkageError left) {
      // The driver tries by itself, and knows more ways.
    }
  }

  private static void load(Path folder, InputStream library) throws Exception {
    Path file = Files.createTempFile(folder, "sluice-", LibraryLoaderUtil.getNativeLibName());
    try {
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
      System.setProperty(PATH, folder.toString());
      System.setProperty(NAME, file.getFileName().toString());
      SQLiteJDBCLoader.initialize();
    } finally {
      System.clearProperty(PATH);
      System.clearProperty(NAME);
      Files.deleteIfExists(file);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir")))
        .toAbsolutePath();
  }

  /** Whether it is the library that failed. */
  static boolean isMissing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NativeLibraryNotFoundException || cause instanceof LinkageError) {
        return true;
      }
    }
    return false;
  }

  /** What to do about it. */
  static String explain(String reason) {
    return "SQLite cannot be loaded from "
        + folder()
        + ", where programs may not be started or files not be made ("
        + reason
        + "); name another folder with SLUICE_JAVA_OPTS=-D"
        + FOLDER
        + "=FOLDER, or another kind of store, such as jsonl:results/jsonl";
  }
}
