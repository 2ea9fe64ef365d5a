package io.sluice.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Tells files from what only has the name of one, without opening it: a pipe would wait. */
final class RegularFile {

  private static final int KIND = 0170000;
  private static final int PIPE = 0010000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int BLOCK_DEVICE = 0060000;
  private static final int SOCKET = 0140000;

  private RegularFile() {}

  /**
   * Lets regular files pass, and links to them.
   *
   * @throws Unusable if it is something else
   * @throws IOException if nobody can say what it is, or it is not there
   */
  static void require(Path path) throws IOException {
    BasicFileAttributes itself =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    BasicFileAttributes target = itself.isSymbolicLink() ? target(path) : itself;
    if (target.isDirectory()) {
      throw new Unusable("is not a plugin file but a folder; plugins are single files");
    }
    if (!target.isRegularFile()) {
      throw new Unusable("is not a plugin file but " + special(path));
    }
  }

  private static BasicFileAttributes target(Path link) throws IOException {
    try {
      return Files.readAttributes(link, BasicFileAttributes.class);
    } catch (IOException problem) {
      throw new Unusable(
          "is a broken link: nothing can be read at " + Files.readSymbolicLink(link));
    }
  }

  /** What the system calls it. */
  private static String special(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return "something else";
    }
    return switch ((Integer) Files.getAttribute(path, "unix:mode") & KIND) {
      case PIPE -> "a named pipe";
      case CHARACTER_DEVICE, BLOCK_DEVICE -> "a device";
      case SOCKET -> "a socket";
      default -> "something else";
    };
  }
}
