package io.sluice.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What machines of a cluster get of this distribution: its jars, and the plugins of a run. */
final class Luggage {

  private Luggage() {}

  /**
   * Packs a temporary archive.
   *
   * @param plugins the plugins' files, in their order, which their names then have too
   */
  static Path pack(Distribution distribution, List<Path> plugins) {
    try {
      Path archive = Files.createTempFile("sluice-luggage", ".zip");
      try (OutputStream file = Files.newOutputStream(archive);
          ZipOutputStream zip = new ZipOutputStream(file)) {
        zip.setLevel(Deflater.NO_COMPRESSION); // Jars are compressed.
        for (Path jar : jars(distribution.home().resolve("lib"))) {
          add("lib/" + jar.getFileName(), jar, zip);
        }
        for (int i = 0; i < plugins.size(); i++) {
          Path plugin = plugins.get(i);
          add(String.format("plugins/%04d-%s", i, plugin.getFileName()), plugin, zip);
        }
      }
      return archive;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      files.forEach(jars::add);
    }
    jars.sort(null);
    return jars;
  }

  private static void add(String name, Path file, ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
