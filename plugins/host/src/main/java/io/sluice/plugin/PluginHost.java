package io.sluice.plugin;

import io.sluice.engine.catalog.ComponentSource;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pf4j.PluginDescriptor;

/**
 * Loads plugins: programs with PF4J, and packs, which are texts. Nothing is read before {@link
 * #load}, which may be called several times; each call looks again and gives components of their
 * own. What was loaded stays loaded for the life of the process.
 *
 * <p>If two files claim one plugin id, or two components one name, the first wins: own folders come
 * before further ones, in the order given, and the files of a folder by name.
 */
public final class PluginHost implements ComponentSource {

  private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");

  /** How long a constructor may take that only sets presets. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final List<Path> ownRoots;
  private final String release;
  private final PackFiles packs;
  private final Optional<PluginCache> cache;

  /**
   * A host.
   *
   * @param ownRoots the plugin folders of the distribution
   * @param sluiceVersion Sluice's version, against which {@code Plugin-Requires} is checked; {@code
   *     0.1.0-SNAPSHOT} counts as {@code 0.1.0}
   * @param packs reads the plugins that are texts
   */
  public PluginHost(List<Path> ownRoots, String sluiceVersion, PackReader packs) {
    this(ownRoots, sluiceVersion, "", packs, Optional.empty());
  }

  /**
   * A host that remembers what it has read of packs.
   *
   * @param build which of the builds of that version it is, for which alone it is remembered
   */
  public PluginHost(List<Path> ownRoots, String sluiceVersion, String build, PackReader packs) {
    this(ownRoots, sluiceVersion, build, packs, Optional.empty());
  }

  /** A host that keeps its copies in a cache of its own. */
  PluginHost(List<Path> ownRoots, String sluiceVersion, PackReader packs, PluginCache cache) {
    this(ownRoots, sluiceVersion, "", packs, Optional.of(cache));
  }

  private PluginHost(
      List<Path> ownRoots,
      String sluiceVersion,
      String build,
      PackReader packs,
      Optional<PluginCache> cache) {
    this.ownRoots = List.copyOf(ownRoots);
    this.packs =
        new PackFiles(
            build.isEmpty()
                ? packs
                : new RememberedPacks(packs, () -> copies().folder(), sluiceVersion + "+" + build));
    this.release = sluiceVersion.replaceFirst("-SNAPSHOT$", "");
    this.cache = cache;
    if (!RELEASE.matcher(release).matches()) {
      throw new IllegalArgumentException(
          "the version of Sluice must be like 0.1.0 or 0.1.0-SNAPSHOT, but is \""
              + sluiceVersion
              + "\"");
    }
  }

  @Override
  public Components load(List<Path> furtherRoots) {
    List<Path> roots = new ArrayList<>(ownRoots);
    roots.addAll(furtherRoots);
    Rejections rejections = new Rejections();
    List<PluginFile> files = new PluginFolders(copies(), rejections).files(roots);
    return load(files, files, rejections);
  }

  /**
   * The files that {@link #load} looks at, in its order. A host that has these as its only roots
   * gives the same components.
   */
  public List<Path> files(List<Path> furtherRoots) {
    List<Path> roots = new ArrayList<>(ownRoots);
    roots.addAll(furtherRoots);
    return new PluginFolders(copies(), new Rejections())
        .files(roots).stream().map(PluginFile::dropped).toList();
  }

  /**
   * Loads one file and what it depends on, as if there were no other. What is wrong with the others
   * shows in that they are missing.
   *
   * @param beside files and folders among which the others may be, before the own folders
   */
  Components loadAlone(PluginFile file, List<Path> beside) {
    List<PluginFile> files = new ArrayList<>(List.of(file));
    files.addAll(Dependencies.of(file, () -> candidates(beside)));
    return load(files, List.of(file), Rejections.of(file.dropped()));
  }

  private List<PluginFile> candidates(List<Path> beside) {
    List<PluginFile> candidates = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    for (Path path : beside) {
      if (Files.isDirectory(path)) {
        folders.add(path);
        continue;
      }
      try {
        candidates.add(copies().copy(path));
      } catch (IOException | Unusable problem) {
        continue; // Then it is missing, and whoever asks for it is told.
      }
    }
    folders.addAll(ownRoots);
    candidates.addAll(new PluginFolders(copies(), new Rejections()).files(folders));
    return candidates;
  }

  /** Where copies of plugins are kept. */
  PluginCache copies() {
    return cache.orElseGet(PluginHost::cacheOfUser);
  }

  /**
   * @param wanted those whose components are given
   */
  private Components load(List<PluginFile> files, List<PluginFile> wanted, Rejections rejections) {
    Intake intake = new Intake(packs, wanted, rejections);
    List<PluginFile> programs = files.stream().filter(file -> !file.isPack()).toList();
    GuardedPlugins plugins =
        new GuardedPlugins(copies(), programs, release, rejections, new Patience(LIMIT));
    plugins.loadPlugins();
    plugins.startPlugins();
    for (PluginFile file : wanted) {
      if (file.isPack()) {
        intake.add(file);
      } else {
        plugins.started(file).ifPresent(started -> intake.add(file, started, plugins));
      }
    }
    return intake.components();
  }

  /**
   * What a plugin says of itself, without running any code of it.
   *
   * @throws RuntimeException if it says nothing, or what it says cannot be read
   */
  PluginDescriptor descriptor(PluginFile file) throws IOException {
    return file.isPack() ? packs.descriptor(file) : new PluginDescriptors().find(file.copy());
  }

  private static PluginCache cacheOfUser() {
    try {
      return PluginCache.ofUser();
    } catch (IOException problem) {
      throw new UncheckedIOException(
          "plugins are copied to the folder for temporary files before they are loaded, but "
              + System.getProperty("java.io.tmpdir")
              + " cannot be written; name another one with -Djava.io.tmpdir=FOLDER",
          problem);
    }
  }
}
