package io.sluice.plugin;

import io.sluice.engine.catalog.PluginRefusedException;
import io.sluice.engine.text.NearestWord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pf4j.PluginDescriptor;

/** The plugins that lie in one folder, read without running any code of theirs. */
final class InstalledPlugins {

  private final Path folder;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A file in the folder.
   *
   * @param path the file
   * @param descriptor what it says of itself; null for a file that says nothing
   */
  record Entry(Path path, PluginDescriptor descriptor) {

    String fileName() {
      return path.getFileName().toString();
    }

    /** The plugin's id, or the file's name where there is none. */
    String id() {
      return descriptor == null ? fileName() : descriptor.getPluginId();
    }
  }

  private InstalledPlugins(Path folder) {
    this.folder = folder;
  }

  /** What is in a folder. */
  static InstalledPlugins in(Path folder, PluginHost host) {
    InstalledPlugins installed = new InstalledPlugins(folder);
    for (Path candidate : PluginFolders.candidates(folder)) {
      installed.entries.add(new Entry(candidate, descriptor(candidate, host).orElse(null)));
    }
    return installed;
  }

  private static Optional<PluginDescriptor> descriptor(Path file, PluginHost host) {
    try {
      return Optional.of(host.descriptor(host.copies().copy(file)));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** The plugin with this id. */
  Optional<Entry> withId(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** The plugins that cannot be used without this one. */
  List<Entry> thatNeed(String id) {
    return entries.stream()
        .filter(entry -> entry.descriptor() != null && Dependencies.needs(entry.descriptor(), id))
        .toList();
  }

  /** The plugin with this id, or in the file of this name. */
  Entry named(String name) {
    return withId(name)
        .or(() -> entries.stream().filter(entry -> entry.fileName().equals(name)).findFirst())
        .orElseThrow(
            () ->
                new PluginRefusedException(
                    "there is no plugin \""
                        + name
                        + "\" in "
                        + folder
                        + NearestWord.hint(name, entries.stream().map(Entry::id).toList())));
  }
}
