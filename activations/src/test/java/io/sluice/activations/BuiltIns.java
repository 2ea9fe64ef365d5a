package io.sluice.activations;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import io.sluice.studies.PackFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every activation of one number of this plugin, by id. */
public final class BuiltIns {

  private BuiltIns() {}

  private static final List<Activation> ALL = load();

  static List<Activation> all() {
    return ALL;
  }

  private static List<Activation> load() {
    try {
      List<Activation> all = new ArrayList<>();
      for (String name : index()) {
        Class<?> type = Class.forName(name);
        if (Activation.class.isAssignableFrom(type)) {
          all.add((Activation) type.getConstructor().newInstance());
        }
      }
      all.addAll(definitions());
      all.sort(Comparator.comparing(Activation::id));
      return List.copyOf(all);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The class names that the loader of plugins will find. */
  public static List<String> index() {
    try {
      return Files.readAllLines(plugin().resolve("META-INF/extensions.idx")).stream()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What the packs define that the plugin carries. */
  static List<Activation> definitions() {
    try (Stream<Path> files = Files.list(plugin().resolve("META-INF/sluice"))) {
      return files
          .sorted()
          .flatMap(file -> definitions(file.getFileName().toString()).stream())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What one pack defines. */
  static List<Activation> definitions(String file) {
    try {
      String text = Files.readString(plugin().resolve("META-INF/sluice").resolve(file));
      return new PackFile().read(text, file).components(Activation.class);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path plugin() {
    try {
      return Path.of(Silu.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The one with this id or alias. */
  static Activation named(String name) {
    return all().stream()
        .filter(each -> each.id().equals(name) || each.description().aliases().contains(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no activation " + name));
  }

  public static boolean has(String name) {
    return all().stream()
        .anyMatch(each -> each.id().equals(name) || each.description().aliases().contains(name));
  }

  /** An activation with other hyper-parameters than the presets. */
  record Configured(String text, Activation activation) {}

  /** Those that {@code settings.txt} lists, an id and the settings in each line. */
  static Stream<Configured> configured() {
    try (InputStream settings = BuiltIns.class.getResourceAsStream("settings.txt")) {
      return new String(settings.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> new Configured(line, configured(line.split(" ")[0], line.split(" ")[1])));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A copy with some hyper-parameters set, written {@code name=value;name=value}. */
  static Activation configured(String id, String settings) {
    Activation activation = named(id);
    Map<String, Double> values = new LinkedHashMap<>();
    for (Hyperparameter each : activation.hyperparameters()) {
      values.put(each.name(), each.value());
    }
    for (String setting : settings.split(";")) {
      String[] parts = setting.split("=");
      if (values.replace(parts[0], Double.valueOf(parts[1])) == null) {
        throw new IllegalArgumentException(id + " has no hyper-parameter " + parts[0]);
      }
    }
    return activation.with(values);
  }
}
