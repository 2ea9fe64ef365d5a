package io.sluice.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip into a folder, within {@link ArchiveLimits}. What is there already and has the same
 * bytes stays, anything else in the folder is replaced or deleted: afterwards the folder holds what
 * the zip does and nothing more.
 */
final class Unpacking {

  private static final int CHUNK = 1 << 16;

  private final ZipFile zip;
  private final Path target;
  private final long most;
  private final Set<Path> files = new HashSet<>();
  private long total;

  /**
   * @param size of the zip in bytes
   */
  private Unpacking(ZipFile zip, long size, Path target) {
    this.zip = zip;
    this.target = target;
    this.most =
        Math.min(
            ArchiveLimits.LARGEST_TOTAL,
            Math.max(ArchiveLimits.SMALL, ArchiveLimits.MOST_RATIO * size));
  }

  /**
   * Unpacks all of it.
   *
   * @throws Unusable if it is too large, or an entry is to lie elsewhere; nothing of it stays
   */
  static Path unpack(ZipFile zip, long size, Path target) throws IOException {
    Unpacking unpacking = new Unpacking(zip, size, target);
    Files.createDirectories(target);
    List<? extends ZipEntry> entries =
        ArchiveLimits.entries(zip).stream().filter(entry -> !entry.isDirectory()).toList();
    for (ZipEntry entry : entries) {
      unpacking.files.add(unpacking.place(entry.getName()));
    }
    unpacking.deleteOthers();
    try {
      for (ZipEntry entry : entries) {
        Path file = unpacking.place(entry.getName());
        PluginCache.put(
            file, () -> unpacking.isThere(entry, file), part -> unpacking.extract(entry, part));
      }
      return target;
    } catch (Unusable refusal) {
      unpacking.files.clear();
      unpacking.deleteOthers();
      throw refusal;
    }
  }

  private Path place(String name) {
    Path file;
    try {
      file = target.resolve(name).normalize();
    } catch (InvalidPathException odd) {
      throw new Unusable("has an entry that cannot be the name of a file: " + name);
    }
    if (!file.startsWith(target)) {
      throw new Unusable("has an entry that points out of the zip: " + name);
    }
    return file;
  }

  private boolean isThere(ZipEntry entry, Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream content = zip.getInputStream(entry);
        InputStream present = Files.newInputStream(file)) {
      byte[] expected = content.readNBytes(CHUNK);
      while (expected.length > 0) {
        if (!Arrays.equals(expected, present.readNBytes(expected.length))) {
          return false;
        }
        expected = content.readNBytes(CHUNK);
      }
      return present.read() < 0;
    }
  }

  private void extract(ZipEntry entry, Path part) throws IOException {
    long written = 0;
    try (InputStream content = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(part)) {
      byte[] chunk = content.readNBytes(CHUNK);
      while (chunk.length > 0) {
        written += chunk.length;
        total += chunk.length;
        if (written > ArchiveLimits.LARGEST_ENTRY) {
          throw ArchiveLimits.tooLarge(entry.getName(), ArchiveLimits.LARGEST_ENTRY);
        }
        if (total > most) {
          throw new Unusable(
              String.format(
                  Locale.ROOT,
                  "unpacks to more than %,d bytes, too much for a zip of its size: at the entry %s",
                  most,
                  entry.getName()));
        }
        out.write(chunk);
        chunk = content.readNBytes(CHUNK);
      }
    }
  }

  /** Deletes what is not of the zip, folders that have none of its files as well. */
  private void deleteOthers() throws IOException {
    Set<Path> needed = new HashSet<>();
    for (Path file : files) {
      for (Path path = file; !path.equals(target); path = path.getParent()) {
        needed.add(path);
      }
    }
    List<Path> present;
    try (Stream<Path> all = Files.walk(target)) {
      present = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : present) {
      boolean isLink = Files.isSymbolicLink(path);
      boolean isPart = path.toString().endsWith(PluginCache.PART);
      if (!path.equals(target) && !isPart && (isLink || !needed.contains(path))) {
        Files.delete(path);
      }
    }
  }
}
