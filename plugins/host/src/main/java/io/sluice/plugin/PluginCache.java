package io.sluice.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * A folder of copies, each named by the SHA-256 of its content. Plugins are loaded from here, so a
 * dropped file is never locked and may be replaced while Sluice runs. Copies outlive the process: a
 * plugin seen before costs no writing; {@link OldCopies} go. Several processes may share the
 * folder, because a file appears in it only when it is whole.
 */
final class PluginCache {

  private static final Set<PosixFilePermission> MINE_ALONE =
      PosixFilePermissions.fromString("rwx------");

  /** How the names of files end that are not whole yet. */
  static final String PART = ".part";

  private final Path folder;

  PluginCache(Path folder) {
    this.folder = folder;
  }

  /**
   * The cache of this user in the folder for temporary files. If another user took its name, a
   * fresh folder: whoever can write there can make Sluice run any code.
   */
  static PluginCache ofUser() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9]", "_");
    return new PluginCache(privateFolder(parent, "sluice-plugins-" + user));
  }

  static Path privateFolder(Path parent, String name) throws IOException {
    Path folder = parent.resolve(name);
    boolean posix = parent.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(MINE_ALONE)}
            : new FileAttribute<?>[0];
    try {
      return Files.createDirectory(folder, attributes);
    } catch (FileAlreadyExistsException exists) {
      return isMine(folder, parent, posix) ? folder : Files.createTempDirectory(parent, name);
    }
  }

  private static boolean isMine(Path folder, Path parent, boolean posix) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && (!posix || Files.getPosixFilePermissions(folder).equals(MINE_ALONE))
        && isOwner(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS), parent);
  }

  /** Whether a file's owner is this user. */
  private static boolean isOwner(UserPrincipal owner, Path parent) throws IOException {
    if (owner.getName().equals(System.getProperty("user.name"))) {
      return true;
    }
    // Not every system calls users by one name; so see who owns what this user makes.
    Path probe = Files.createTempFile(parent, "sluice", ".probe");
    try {
      return owner.equals(Files.getOwner(probe));
    } finally {
      Files.delete(probe);
    }
  }

  Path folder() {
    return folder;
  }

  /**
   * Copies a jar or a pack, or unpacks a zip. What is there already is used only if it has the same
   * content, and not just the name: nobody looks after a folder for temporary files.
   *
   * @throws Unusable if it is neither
   * @throws IOException if it cannot be read
   */
  PluginFile copy(Path dropped) throws IOException {
    RegularFile.require(dropped);
    boolean isPack = PackFiles.isNamedSo(dropped);
    if (!isPack && !startsLikeZip(dropped)) {
      throw new Unusable("is not a jar or zip file, whatever its name says");
    }
    String sha256 = Sha256.of(dropped);
    boolean isJar = dropped.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    Path archive = folder.resolve(sha256 + (isPack ? PackFiles.END : isJar ? ".jar" : ".zip"));
    try {
      boolean isNew =
          put(
              archive,
              () -> isRegular(archive) && Files.mismatch(dropped, archive) < 0,
              part -> copyUnchanged(dropped, sha256, part));
      OldCopies.use(archive);
      if (isNew) {
        OldCopies.deleteFrom(folder);
      }
    } catch (IOException problem) {
      throw Unusable.because("cannot be copied to " + archive + ":", problem);
    }
    if (isPack) {
      return new PluginFile(dropped, sha256, archive);
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ArchiveLimits.check(zip);
      Path copy = archive;
      if (!isJar) {
        copy = Unpacking.unpack(zip, Files.size(archive), folder.resolve(sha256));
        OldCopies.use(copy);
      }
      return new PluginFile(dropped, sha256, copy);
    } catch (IOException problem) {
      throw Unusable.because("is corrupt, copy it here again:", problem);
    }
  }

  private static boolean startsLikeZip(Path dropped) throws IOException {
    try (InputStream content = Files.newInputStream(dropped)) {
      return content.read() == 'P' && content.read() == 'K';
    }
  }

  private static void copyUnchanged(Path dropped, String sha256, Path part) throws IOException {
    Files.copy(dropped, part, StandardCopyOption.REPLACE_EXISTING);
    if (!Sha256.of(part).equals(sha256)) {
      throw new Unusable("changed while it was read; try again when it is whole");
    }
  }

  private static boolean isRegular(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Makes a file appear at once, unless it is there already.
   *
   * @param isThere whether the file is what is wanted
   * @return whether it was not there
   */
  static boolean put(Path file, Question isThere, Writing writing) throws IOException {
    if (isThere.answer()) {
      return false;
    }
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), "copying", PART);
    try {
      writing.to(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException problem) {
      // Some systems refuse to replace what another process, having been faster, uses by now.
      if (!isThere.answer()) {
        throw problem;
      }
    } finally {
      Files.deleteIfExists(part);
    }
    return true;
  }

  /** Fills a file. */
  @FunctionalInterface
  interface Writing {
    void to(Path part) throws IOException;
  }

  /** Looks at files. */
  @FunctionalInterface
  interface Question {
    boolean answer() throws IOException;
  }
}
