package io.sluice.optimizers;

import io.sluice.activations.Silu;
import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.studies.PackFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A laboratory with this module's optimizers and the built-in activations. */
public final class BuiltIns {

  private static final List<Component> INDEXED = indexed();
  private static final List<Activation> ACTIVATIONS =
      Stream.concat(
              of(Activation.class), definitions(Activation.class, Silu.class, "formulas.yaml"))
          .toList();

  private static final List<Optimizer> RULES =
      definitions(Optimizer.class, Sgd.class, "rules.yaml").toList();

  private BuiltIns() {}

  private static <T extends Component> Stream<T> of(Class<T> type) {
    return INDEXED.stream().filter(type::isInstance).map(type::cast);
  }

  /** The components that the indexes of plugins on the class path name. */
  private static List<Component> indexed() {
    try {
      List<Component> all = new ArrayList<>();
      for (URL index :
          Collections.list(
              BuiltIns.class.getClassLoader().getResources("META-INF/extensions.idx"))) {
        for (String name : text(index).lines().filter(line -> !line.startsWith("#")).toList()) {
          all.add((Component) Class.forName(name).getConstructor().newInstance());
        }
      }
      return all;
    } catch (IOException | ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** What the pack of built-in activations, or of optimizers, defines. */
  private static <T> Stream<T> definitions(Class<T> kind, Class<?> sibling, String file) {
    String pack = "/META-INF/sluice/" + file;
    return new PackFile().read(text(sibling.getResource(pack)), pack).components(kind).stream();
  }

  private static String text(URL resource) {
    try (InputStream text = resource.openStream()) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<Optimizer> optimizers() {
    return Stream.concat(of(Optimizer.class), rules()).toList();
  }

  static List<OptimizerWrapper> wrappers() {
    return of(OptimizerWrapper.class).toList();
  }

  /** Those that a wrapper can be put around. */
  static List<GradientOptimizer> gradientOptimizers() {
    return optimizers().stream()
        .filter(GradientOptimizer.class::isInstance)
        .map(GradientOptimizer.class::cast)
        .toList();
  }

  /** The one with this id, which may be that of a wrapper around another: {@code a-around-b}. */
  public static Optimizer named(String id) {
    String[] parts = id.split("-around-", 2);
    return parts.length == 2
        ? with(parts[0], wrappers()).around((GradientOptimizer) named(parts[1]))
        : with(id, optimizers());
  }

  private static <T extends Component> T with(String id, List<T> all) {
    return all.stream()
        .filter(each -> each.id().equals(id))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("no optimizer or wrapper " + id));
  }

  /** Those that are entries of the pack. */
  static Stream<Optimizer> rules() {
    return RULES.stream();
  }

  static Laboratory laboratory(Optimizer... further) {
    Origin origin = new Origin("optimizers", "test", "", "");
    Catalog<Activation> activations =
        Catalog.of(
            ACTIVATIONS.stream().map(a -> new Catalog.Entry<Activation>(a, origin)).toList());
    Catalog<ResultStoreProvider> stores = Catalog.of(List.of());
    Catalog<Optimizer> optimizers =
        Catalog.of(
            Stream.concat(optimizers().stream(), Stream.of(further))
                .map(o -> new Catalog.Entry<>(o, origin))
                .toList());
    return new Laboratory(
        new Components(
            activations,
            optimizers,
            stores,
            new PluginReport(List.of(), List.of()),
            Catalog.of(List.of()),
            Catalog.of(wrappers().stream().map(w -> new Catalog.Entry<>(w, origin)).toList())),
        "test");
  }
}
