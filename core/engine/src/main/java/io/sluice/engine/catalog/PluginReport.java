package io.sluice.engine.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
   * @param places where in texts of it ids and aliases stand, such as {@code pack.yaml:4:9}
   */
  public record Loaded(
      Origin origin, String path, List<String> components, Map<String, String> places) {
    public Loaded {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(path, "path");
      components = List.copyOf(components);
      places = Map.copyOf(places);
    }

    /** A plugin without texts. */
    public Loaded(Origin origin, String path, List<String> components) {
      this(origin, path, components, Map.of());
    }
  }

  /**
   * A file, or a class in one, that is not in use; of a text each thing that is wrong.
   *
   * @param path where the file lies
   * @param subject what of it was rejected: the plugin or a class name, of a text the place of what
   *     is wrong, such as {@code pack.yaml:4:9}; never empty
   * @param reason one line that says what is wrong and what to do
   */
  public record Rejected(String path, String subject, String reason) {
    public Rejected {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(reason, "reason");
    }

    /** Whether the subject is a place in a text. */
    public boolean isPlace() {
      return subject.matches(".*:\\d+:\\d+");
    }

    /** File, subject and reason on one line. */
    @Override
    public String toString() {
      String name = Path.of(path).getFileName().toString();
      boolean named = subject.equals(name) || subject.startsWith(name + ":");
      return (named ? "" : name + ": ") + subject + (isPlace() || named ? ": " : " ") + reason;
    }
  }
}
