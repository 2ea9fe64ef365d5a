package io.sluice.engine.catalog;

import java.util.List;
import java.util.Objects;

/**
 * What became of each file in the plugin folders.
 *
 * @param loaded the plugins in use, by id
 * @param rejected what is not in use and why, by file; one broken class of a plugin that is
 *     otherwise in use is an entry of its own
 */
public record PluginReport(List<Loaded> loaded, List<Rejected> rejected) {

  public PluginReport {
    loaded = List.copyOf(loaded);
    rejected = List.copyOf(rejected);
  }

  /**
   * A plugin in use.
   *
   * @param origin the plugin
   * @param path where its jar lies
   * @param components what it brings, such as {@code activation tanh}
   */
  public record Loaded(Origin origin, String path, List<String> components) {
    public Loaded {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(path, "path");
      components = List.copyOf(components);
    }
  }

  /**
   * A file, or a class in one, that is not in use.
   *
   * @param path where the file lies
   * @param subject what of it was rejected: the plugin or a class name; never empty
   * @param reason one line that says what is wrong and what to do
   */
  public record Rejected(String path, String subject, String reason) {
    public Rejected {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
