package io.sluice.benchmarks;

import io.sluice.activations.Silu;
import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.optimizers.Sgd;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.studies.PackFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The built-in components on the class path: of the indices of extensions, and of packs. */
final class BuiltIns {

  private static final Origin ORIGIN = new Origin("built-in", "benchmarks", "", "");

  private BuiltIns() {}

  /** The components of a kind. */
  static <C extends Component> List<C> all(Class<C> kind) {
    List<C> found = new ArrayList<>();
    try {
      for (URL index :
          Collections.list(
              BuiltIns.class.getClassLoader().getResources("META-INF/extensions.idx"))) {
        try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
          for (String line; (line = reader.readLine()) != null; ) {
            String name = line.replaceFirst("#.*", "").strip();
            if (!name.isEmpty() && kind.isAssignableFrom(Class.forName(name))) {
              found.add(kind.cast(Class.forName(name).getConstructor().newInstance()));
            }
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("an index names what cannot be made: " + failure, failure);
    }
    Stream.of(Silu.class, Sgd.class)
        .flatMap(BuiltIns::definitions)
        .filter(kind::isInstance)
        .map(kind::cast)
        .forEach(found::add);
    return found;
  }

  /** What the packs define that lie beside a class. */
  private static Stream<Component> definitions(Class<?> neighbour) {
    try {
      Path home = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        return definitions(home);
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return definitions(jar.getPath("/"));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Stream<Component> definitions(Path home) throws IOException {
    List<Component> defined = new ArrayList<>();
    try (Stream<Path> files = Files.list(home.resolve("META-INF/sluice"))) {
      for (Path file : files.sorted().toList()) {
        new PackFile()
            .read(Files.readString(file), file.toString())
            .components(Component.class)
            .forEach(defined::add);
      }
    }
    return defined.stream();
  }

  /** A laboratory with the built-in activations and optimizers. */
  static Laboratory laboratory() {
    Catalog<ResultStoreProvider> stores = Catalog.of(List.of());
    return new Laboratory(
        new Components(
            catalog(Activation.class),
            catalog(Optimizer.class),
            stores,
            new PluginReport(List.of(), List.of()),
            catalog(LayerActivation.class),
            catalog(OptimizerWrapper.class)),
        "benchmarks");
  }

  private static <C extends Component> Catalog<C> catalog(Class<C> kind) {
    return Catalog.of(
        all(kind).stream().map(component -> new Catalog.Entry<>(component, ORIGIN)).toList());
  }
}
