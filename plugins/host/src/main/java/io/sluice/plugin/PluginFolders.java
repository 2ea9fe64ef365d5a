package io.sluice.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks into plugin folders. What is named {@code *.jar} or {@code *.zip} is meant to be a plugin,
 * and so is a text that {@link PackFiles} take for a pack; anything else, such as a read-me file or
 * a study, is left alone. A file that differs from its {@link Pins} is rejected before any of its
 * code is run.
 */
final class PluginFolders {

  private final PluginCache cache;
  private final Rejections rejections;

  PluginFolders(PluginCache cache, Rejections rejections) {
    this.cache = cache;
    this.rejections = rejections;
  }

  /**
   * The plugins' files in the order of the folders, and by name in each.
   *
   * @param folders each a folder, or a plugin's file
   */
  List<PluginFile> files(Collection<Path> folders) {
    Map<Path, PluginFile> files = new LinkedHashMap<>();
    Set<Path> seen = new HashSet<>();
    for (Path folder : folders) {
      try {
        if (seen.add(existing(folder))) {
          boolean single = Files.isRegularFile(folder);
          Pins pins = Pins.of(single ? folder.toAbsolutePath().getParent() : folder);
          for (Path candidate : single ? List.of(folder) : candidates(folder)) {
            take(candidate, pins, files);
          }
        }
      } catch (IOException | Unusable problem) {
        rejections.add(folder, Unusable.because("cannot be read:", problem));
      }
    }
    return new ArrayList<>(files.values());
  }

  private void take(Path candidate, Pins pins, Map<Path, PluginFile> files) {
    try {
      PluginFile file = cache.copy(candidate);
      pins.check(file);
      PluginFile same = files.putIfAbsent(file.copy(), file);
      if (same != null) {
        throw new Unusable("is the same file as " + same.dropped() + "; remove one of the two");
      }
    } catch (IOException | RuntimeException problem) {
      rejections.add(candidate, Unusable.because("cannot be read:", problem));
    }
  }

  private static Path existing(Path folder) {
    if (!Files.exists(folder)) {
      throw new Unusable("does not exist; create the plugin folder or name another one");
    }
    if (!Files.isDirectory(folder) && !(Files.isRegularFile(folder) && isNamedAsPlugin(folder))) {
      throw new Unusable("is not a folder; name the folder that holds the plugins");
    }
    try {
      return folder.toRealPath();
    } catch (IOException problem) {
      throw Unusable.because("cannot be read:", problem);
    }
  }

  /** What is meant as a plugin in a folder, by name. */
  static List<Path> candidates(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(PluginFolders::isMeantAsPlugin).sorted().collect(Collectors.toList());
    } catch (IOException problem) {
      throw Unusable.because("cannot be read:", problem);
    }
  }

  private static boolean isMeantAsPlugin(Path entry) {
    return PackFiles.isNamedSo(entry) ? PackFiles.isMeantSo(entry) : isNamedAsPlugin(entry);
  }

  /** Whether its name is that of a plugin. */
  static boolean isNamedAsPlugin(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jar") || name.endsWith(".zip") || PackFiles.isNamedSo(file);
  }
}
