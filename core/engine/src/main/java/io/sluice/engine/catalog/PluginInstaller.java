package io.sluice.engine.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Looks into plugin files, puts them into a plugin folder, and takes them out again. */
public interface PluginInstaller {

  /**
   * Loads one file and only what it depends on, as if there were no other plugin. Its components
   * are given and what is wrong with it is in the report; nothing of the others.
   *
   * @param file a jar or zip
   * @param sha256 the hash it must have; then nothing of another file is run
   * @param beside further files and folders among which the plugins may be that it depends on;
   *     those of the distribution's plugin folder are looked through after them
   * @throws PluginRefusedException if there is no such file, or it has another hash
   */
  Components inspect(Path file, Optional<String> sha256, List<Path> beside);

  /**
   * Whether Sluice itself provides the classes of a package, so that no plugin may bring any.
   *
   * @param packageName such as {@code io.sluice.spi}
   */
  boolean provides(String packageName);

  /**
   * Copies a plugin into a folder. The copy is there as a whole or not at all.
   *
   * @throws PluginRefusedException if that is impossible, or must be forced and is not
   */
  Installed install(Order order);

  /**
   * Deletes a plugin from a folder, and its pin.
   *
   * @param plugin its id, or the name of its file
   * @param folder where it lies; if none is given, the distribution's plugin folder
   * @param force whether a plugin may be deleted that belongs to Sluice itself or is needed by
   *     another
   * @return the deleted file
   * @throws PluginRefusedException if there is none, or it must be forced and is not
   */
  Path remove(String plugin, Optional<Path> folder, boolean force);

  /**
   * What to install.
   *
   * @param file a jar or zip
   * @param folder where it goes; if none is given, the distribution's plugin folder
   * @param sha256 the hash it must have
   * @param pin whether the hash is written down, so that a changed file is rejected from then on
   * @param force whether it may replace another version, or another file of its name
   */
  record Order(
      Path file, Optional<Path> folder, Optional<String> sha256, boolean pin, boolean force) {
    public Order {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  /**
   * What was installed.
   *
   * @param plugin the plugin's id
   * @param version its version
   * @param path where the file lies now
   * @param sha256 the hash of the file
   * @param pinned whether the hash is written down
   */
  record Installed(String plugin, String version, Path path, String sha256, boolean pinned) {
    public Installed {
      Objects.requireNonNull(plugin, "plugin");
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(sha256, "sha256");
    }
  }
}
