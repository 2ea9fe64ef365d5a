package io.sluice.sdk.lines;

import io.sluice.spi.ResultStoreException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What folders and whole files need to survive a loss of power. */
final class Disk {

  private Disk() {}

  /** Writes the new content of a file. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Replaces a file as a whole: after a crash there is the old one or the new one. */
  static void replace(Path file, Content content) throws IOException {
    Path draft = draft(file);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.write(out);
      out.flush();
      channel.force(false);
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What a file is called until it is whole. */
  static Path draft(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /**
   * Makes last which files are in a folder, and that it is there: an earlier process may have
   * created the folders above it and then been killed.
   */
  static void forceNames(Path folder) {
    for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
      try (FileChannel channel = FileChannel.open(each, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException notNeeded) {
        // Windows opens no folders, and keeps its lists of files by itself.
      }
    }
  }

  /** What it means for a store that something could not be written. */
  static ResultStoreException failure(String what, IOException e) {
    String message = what + ": " + reason(e);
    boolean stays =
        e instanceof AccessDeniedException
            || e instanceof FileAlreadyExistsException
            || e instanceof NoSuchFileException
            || e instanceof NotDirectoryException
            || e instanceof FileSystemException && message.contains("Read-only")
            || e instanceof FileSystemException && message.contains("Not a directory");
    return stays
        ? new ResultStoreException(message, e)
        : ResultStoreException.unavailable(message, e);
  }

  static String reason(IOException e) {
    String kind = e.getClass().getSimpleName().replace("Exception", "");
    return e.getClass() == IOException.class ? e.getMessage() : kind + " " + e.getMessage();
  }
}
