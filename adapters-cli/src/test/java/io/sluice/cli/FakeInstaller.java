package io.sluice.cli;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.engine.catalog.PluginRefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows a few files by name and remembers what it was told to do. */
final class FakeInstaller implements PluginInstaller {

  final Map<String, Components> files = new HashMap<>();
  final List<Order> orders = new ArrayList<>();
  final List<String> besides = new ArrayList<>();
  final List<String> removals = new ArrayList<>();

  @Override
  public Components inspect(Path file, Optional<String> sha256, List<Path> beside) {
    besides.add(file + " " + beside);
    Components components = files.get(file.getFileName().toString());
    if (components == null) {
      throw new PluginRefusedException("there is no file " + file);
    }
    return components;
  }

  @Override
  public boolean provides(String packageName) {
    return packageName.equals("io.sluice.spi");
  }

  @Override
  public Installed install(Order order) {
    orders.add(order);
    return new Installed(
        "soft", "1.0.0", Path.of("plugins", "soft.jar"), "cd".repeat(32), order.pin());
  }

  @Override
  public Path remove(String plugin, Optional<Path> folder, boolean force) {
    removals.add(plugin + " " + folder.map(Path::toString).orElse("-") + " " + force);
    return Path.of("plugins", plugin + ".jar");
  }
}
