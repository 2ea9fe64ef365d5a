package io.sluice.plugin;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PackFormatException;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.engine.catalog.PluginRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.pf4j.PluginDescriptor;

/** Installs plugins by copying their files into folders. */
public final class FolderInstaller implements PluginInstaller {

  /** What the plugins of Sluice itself say in {@code Plugin-Provider}. */
  private static final String OWN_PROVIDER = "io.sluice";

  private final PluginHost host;
  private final Path ownFolder;

  /**
   * An installer.
   *
   * @param host loads what is to be looked into
   * @param ownFolder the plugin folder of the distribution
   */
  public FolderInstaller(PluginHost host, Path ownFolder) {
    this.host = host;
    this.ownFolder = ownFolder;
  }

  @Override
  public Components inspect(Path file, Optional<String> sha256, List<Path> beside) {
    return host.loadAlone(copied(file, sha256), beside);
  }

  @Override
  public boolean provides(String packageName) {
    return ProvidedPackages.containPackage(packageName);
  }

  @Override
  public Installed install(Order order) {
    PluginFile file = copied(order.file(), order.sha256());
    PluginDescriptor descriptor = descriptor(file);
    Path folder = order.folder().orElse(ownFolder);
    try {
      Files.createDirectories(folder);
      Path target = folder.resolve(file.name());
      Optional<InstalledPlugins.Entry> same =
          InstalledPlugins.in(folder, host).withId(descriptor.getPluginId());
      if (!order.force()) {
        refuseToReplace(file, same, target);
      }
      Pins pins = Pins.of(folder);
      boolean pinned = order.pin() || pins.of(file.name()).isPresent();
      put(file, target);
      if (pinned) {
        pins = pins.with(file.name(), file.sha256());
      }
      if (same.isPresent() && !same.get().fileName().equals(file.name())) {
        Files.delete(same.get().path());
        pins = pins.without(same.get().fileName());
      }
      pins.writeTo(folder);
      return new Installed(
          descriptor.getPluginId(), descriptor.getVersion(), target, file.sha256(), pinned);
    } catch (IOException | Unusable problem) {
      throw new PluginRefusedException(
          folder + ": " + Unusable.because("cannot be written:", problem).getMessage(), problem);
    }
  }

  private static void refuseToReplace(
      PluginFile file, Optional<InstalledPlugins.Entry> same, Path target) throws IOException {
    if (same.isPresent() && !Sha256.of(same.get().path()).equals(file.sha256())) {
      throw new PluginRefusedException(
          String.format(
              "the plugin \"%s\" is there already, version %s in %s; --force replaces it",
              same.get().id(), same.get().descriptor().getVersion(), same.get().path()));
    }
    if (Files.exists(target) && !Sha256.of(target).equals(file.sha256())) {
      throw new PluginRefusedException(
          "there is another file " + target + "; rename yours, or replace it with --force");
    }
  }

  /** Under a name that no plugin has, until it is whole. */
  private static void put(PluginFile file, Path target) throws IOException {
    Path part = Files.createTempFile(target.getParent(), "installing", ".part");
    try {
      Files.copy(file.dropped(), part, StandardCopyOption.REPLACE_EXISTING);
      if (!Sha256.of(part).equals(file.sha256())) {
        throw new Unusable("has a plugin that changed while it was read; try again");
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public Path remove(String plugin, Optional<Path> folder, boolean force) {
    Path from = folder.orElse(ownFolder);
    try {
      InstalledPlugins.Entry entry = InstalledPlugins.in(from, host).named(plugin);
      boolean own =
          from.equals(ownFolder)
              && entry.descriptor() != null
              && OWN_PROVIDER.equals(entry.descriptor().getProvider());
      if (own && !force) {
        throw new PluginRefusedException(
            "\"" + entry.id() + "\" belongs to Sluice itself; --force removes it all the same");
      }
      if (!force) {
        refuseIfNeeded(entry, from);
      }
      Files.delete(entry.path());
      Pins.of(from).without(entry.fileName()).writeTo(from);
      return entry.path();
    } catch (IOException | Unusable problem) {
      throw new PluginRefusedException(
          from + ": " + Unusable.because("cannot be changed:", problem).getMessage(), problem);
    }
  }

  /** By plugins of the same folder, or of the distribution's. */
  private void refuseIfNeeded(InstalledPlugins.Entry entry, Path from) {
    for (Path folder : from.equals(ownFolder) ? List.of(from) : List.of(from, ownFolder)) {
      List<String> users =
          InstalledPlugins.in(folder, host).thatNeed(entry.id()).stream()
              .map(user -> user.id() + " (" + user.path() + ")")
              .toList();
      if (!users.isEmpty()) {
        throw new PluginRefusedException(
            "\""
                + entry.id()
                + "\" is needed by "
                + String.join(", ", users)
                + "; remove "
                + (users.size() == 1 ? "that" : "those")
                + " first, or --force removes it all the same");
      }
    }
  }

  private PluginFile copied(Path file, Optional<String> sha256) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new PluginRefusedException("there is no file " + file);
    }
    try {
      RegularFile.require(file);
      String hash = Sha256.of(file);
      if (sha256.isPresent() && !sha256.get().equalsIgnoreCase(hash)) {
        throw new PluginRefusedException(
            file + " has the SHA-256 " + hash + ", not " + sha256.get());
      }
      PluginFile copied = host.copies().copy(file);
      if (!hash.equals(copied.sha256())) {
        throw new Unusable("changed while it was read; try again when it is whole");
      }
      return copied;
    } catch (IOException | Unusable problem) {
      throw new PluginRefusedException(
          file + " " + Unusable.because("cannot be read:", problem).getMessage(), problem);
    }
  }

  private PluginDescriptor descriptor(PluginFile file) {
    try {
      return host.descriptor(file);
    } catch (PackFormatException problem) {
      throw new PluginRefusedException(
          file.dropped() + " cannot be used: " + problem.complaints().get(0), problem);
    } catch (IOException | RuntimeException problem) {
      throw new PluginRefusedException(
          file.dropped() + " " + Unusable.because("cannot be read:", problem).getMessage(),
          problem);
    }
  }
}
