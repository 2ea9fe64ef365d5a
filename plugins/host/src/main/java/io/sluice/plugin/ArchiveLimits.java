package io.sluice.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.pf4j.IndexedExtensionFinder;
import org.pf4j.PropertiesPluginDescriptorFinder;

/**
 * How much an archive may unpack to. A few bytes can claim to be gigabytes, so bytes are counted
 * while they come; what an archive says of its sizes is believed only where it is too much already.
 */
final class ArchiveLimits {

  static final int MOST_ENTRIES = 20_000;
  static final long LARGEST_ENTRY = 256L << 20;
  static final long LARGEST_TOTAL = 1L << 30;

  /** Bytes of content for one byte of archive; text that people wrote has about ten. */
  static final int MOST_RATIO = 100;

  /** What is not worth counting, whatever its ratio. */
  static final long SMALL = 1L << 20;

  static final long LARGEST_DESCRIPTION = 1L << 20;
  private static final long LARGEST_CLASS = 16L << 20;
  private static final int CHUNK = 1 << 14;

  /** What is read as a whole before any class is, in lower case. */
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          lower(JarFile.MANIFEST_NAME),
          lower(IndexedExtensionFinder.EXTENSIONS_RESOURCE),
          lower(PropertiesPluginDescriptorFinder.DEFAULT_PROPERTIES_FILE_NAME),
          "meta-inf/index.list");

  private ArchiveLimits() {}

  /**
   * Checks what is read as a whole when a jar or zip is loaded.
   *
   * @throws Unusable if one of them is too large, or there are too many entries
   */
  static void check(ZipFile archive) throws IOException {
    if (archive.size() > MOST_ENTRIES) {
      throw new Unusable(
          String.format(
              Locale.ROOT,
              "has %,d entries, more than the %,d allowed",
              archive.size(),
              MOST_ENTRIES));
    }
    for (ZipEntry entry : entries(archive)) {
      String name = lower(entry.getName()).replaceFirst("^classes/", "");
      if (DESCRIPTIONS.contains(name)) {
        try (InputStream content = archive.getInputStream(entry)) {
          count(content, entry.getName(), LARGEST_DESCRIPTION);
        }
      } else if (name.endsWith(".class") && entry.getSize() > LARGEST_CLASS) {
        throw tooLarge(entry.getName(), LARGEST_CLASS);
      }
    }
  }

  static List<? extends ZipEntry> entries(ZipFile archive) {
    return Collections.list(archive.entries());
  }

  private static void count(InputStream content, String name, long most) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    for (int length = content.read(chunk); length >= 0; length = content.read(chunk)) {
      total += length;
      if (total > most) {
        throw tooLarge(name, most);
      }
    }
  }

  static Unusable tooLarge(String name, long most) {
    return new Unusable(
        "has the entry "
            + name
            + ", which unpacks to more than the "
            + (most >> 20)
            + " MiB allowed");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
