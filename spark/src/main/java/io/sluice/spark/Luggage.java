package io.sluice.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks archives that Sluice has packed itself. */
final class Luggage {

  private Luggage() {}

  /** Unpacks an archive beside itself and says where. */
  static Path unpack(Path archive) {
    try (InputStream in = Files.newInputStream(archive)) {
      Path beside = archive.toAbsolutePath().normalize().getParent();
      Path folder = Files.createTempDirectory(beside, "sluice-");
      unpack(in, "", folder);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Unpacks what stands under a folder of an archive.
   *
   * @param prefix the folder, with a slash at its end, or nothing for all
   */
  static void unpack(InputStream archive, String prefix, Path folder) throws IOException {
    ZipInputStream zip = new ZipInputStream(archive);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
        continue;
      }
      Path file = folder.resolve(entry.getName().substring(prefix.length())).normalize();
      if (!file.startsWith(folder)) {
        throw new IOException("an archive names a file outside of it: " + entry.getName());
      }
      Files.createDirectories(file.getParent());
      Files.copy(zip, file);
    }
  }
}
