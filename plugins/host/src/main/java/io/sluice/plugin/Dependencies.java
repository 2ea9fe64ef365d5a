package io.sluice.plugin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;

/** Which plugins a plugin needs, from what each says of itself and without running any code. */
final class Dependencies {

  private Dependencies() {}

  /**
   * What a plugin needs, what those need, and so on.
   *
   * @param candidates asked only if there is a need; of several files with one id the first counts
   */
  static List<PluginFile> of(PluginFile file, Supplier<List<PluginFile>> candidates) {
    Optional<PluginDescriptor> own = descriptor(file);
    if (own.isEmpty() || own.get().getDependencies().isEmpty()) {
      return List.of();
    }
    Map<String, PluginFile> files = new LinkedHashMap<>();
    Map<String, PluginDescriptor> descriptors = new LinkedHashMap<>();
    for (PluginFile candidate : candidates.get()) {
      descriptor(candidate)
          .filter(
              descriptor -> descriptors.putIfAbsent(descriptor.getPluginId(), descriptor) == null)
          .ifPresent(descriptor -> files.put(descriptor.getPluginId(), candidate));
    }
    files.remove(own.get().getPluginId());
    List<PluginFile> needed = new ArrayList<>();
    Deque<PluginDescriptor> open = new ArrayDeque<>(List.of(own.get()));
    while (!open.isEmpty()) {
      for (PluginDependency dependency : open.remove().getDependencies()) {
        PluginFile found = files.remove(dependency.getPluginId());
        if (found != null) {
          needed.add(found);
          open.add(descriptors.get(dependency.getPluginId()));
        }
      }
    }
    return needed;
  }

  /** Whether a plugin cannot be used without another. */
  static boolean needs(PluginDescriptor plugin, String other) {
    return plugin.getDependencies().stream()
        .anyMatch(each -> !each.isOptional() && each.getPluginId().equals(other));
  }

  /** Packs depend on nothing, and nothing on them. */
  private static Optional<PluginDescriptor> descriptor(PluginFile file) {
    if (file.isPack()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PluginDescriptors().find(file.copy()));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
