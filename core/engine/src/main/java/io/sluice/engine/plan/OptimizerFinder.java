package io.sluice.engine.plan;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.spi.Component;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.WrappedOptimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what the optimizers of a study stand for: optimizers of the catalog, rules, and wrappers
 * around any of them. A wrapper with what is inside is one optimizer, whose hyper-parameters are
 * those of both.
 */
public final class OptimizerFinder {

  private final ComponentResolver resolver;
  private final Components components;
  private final Catalog<Component> names;
  private final String version;
  private final List<Complaint> complaints;

  /**
   * A finder among these components.
   *
   * @param version Sluice's own
   */
  OptimizerFinder(
      ComponentResolver resolver,
      Components components,
      String version,
      List<Complaint> complaints) {
    this.resolver = resolver;
    this.components = components;
    this.names = components.optimizersAndWrappers();
    this.version = version;
    this.complaints = complaints;
  }

  /**
   * The first that stands for these optimizers, with its values.
   *
   * @param version Sluice's own
   * @throws StudyPlanException with everything that is wrong
   */
  public static Catalog.Entry<Optimizer> first(
      ComponentSpec spec, Components components, String version) {
    List<Complaint> complaints = new ArrayList<>();
    ComponentResolver resolver =
        new ComponentResolver(new PlanSize(PlanLimits.GENEROUS, complaints), complaints);
    List<Declared<Optimizer>> found =
        new OptimizerFinder(resolver, components, version, complaints).find(spec, spec.id());
    List<Resolved<Optimizer>> variants =
        found.isEmpty() ? List.of() : resolver.variants(found.get(0), spec.id());
    if (!complaints.isEmpty()) {
      throw new StudyPlanException(complaints);
    }
    return new Catalog.Entry<>(variants.get(0).value(), found.get(0).entry().origin());
  }

  /** The optimizers, several if a wrapper is put around several; none with a complaint. */
  List<Declared<Optimizer>> find(ComponentSpec spec, String path) {
    Optional<Catalog.Entry<OptimizerWrapper>> wrapper =
        spec.isText() ? Optional.empty() : components.wrappers().find(spec.id());
    if (wrapper.isPresent()) {
      return around(wrapper.get(), spec, path);
    }
    if (!spec.around().isEmpty() && components.optimizers().find(spec.id()).isPresent()) {
      complain(path + ".around", spec.id() + refusal());
      return List.of();
    }
    return single(spec, path).map(entry -> new Declared<>(entry, spec.values())).stream().toList();
  }

  private Optional<Catalog.Entry<Optimizer>> single(ComponentSpec spec, String path) {
    if (spec.isText()) {
      return resolver.attempt("the rule", path, () -> rule(spec));
    }
    Optional<Catalog.Entry<Optimizer>> found = components.optimizers().find(spec.id());
    if (found.isEmpty()) {
      complain(path, "unknown optimizer \"" + spec.id() + "\"" + hint(spec.id()));
    }
    return found;
  }

  /** The nearest name; of a wrapper and an optimizer in one word, how it is written. */
  private String hint(String unknown) {
    for (Catalog.Entry<OptimizerWrapper> wrapper : components.wrappers().entries()) {
      String inside = unknown.replaceFirst("^" + wrapper.id() + "-(around-)?", "");
      if (!inside.equals(unknown) && names.find(inside).isPresent()) {
        return ": write {id: " + wrapper.id() + ", around: " + inside + "}";
      }
    }
    return names.hint(unknown);
  }

  private Catalog.Entry<Optimizer> rule(ComponentSpec spec) {
    Catalog.Entry<Optimizer> entry = UserFormulas.rule(spec, names, version);
    UserFormulas.checkCost(entry.component(), resolver.limits());
    return entry;
  }

  private List<Declared<Optimizer>> around(
      Catalog.Entry<OptimizerWrapper> wrapper, ComponentSpec spec, String path) {
    int before = complaints.size();
    if (spec.around().isEmpty()) {
      complain(
          path,
          wrapper.id()
              + " is put around another optimizer: it is written as {id: "
              + wrapper.id()
              + ", around: adam}");
    }
    resolver.areRight(new Declared<>(wrapper, spec.values()), path);
    List<Declared<Optimizer>> found = new ArrayList<>();
    for (int i = 0; i < spec.around().size(); i++) {
      String inside = path + ".around[" + i + "]";
      for (Declared<Optimizer> inner : find(spec.around().get(i), inside)) {
        if (resolver.areRight(inner, inside)) {
          wrapped(wrapper, inner, inside)
              .ifPresent(whole -> found.add(declared(whole, wrapper, spec, inner)));
        }
      }
    }
    return complaints.size() > before ? List.of() : found;
  }

  private Optional<Optimizer> wrapped(
      Catalog.Entry<OptimizerWrapper> wrapper, Declared<Optimizer> inner, String path) {
    Optimizer inside = inner.entry().component();
    if (inside instanceof GradientOptimizer) {
      return resolver.attempt(
          wrapper.id() + " around " + inside.id(),
          path,
          () -> wrapper.component().around((GradientOptimizer) inside));
    }
    complain(
        path,
        wrapper.id()
            + " goes around an optimizer of the kind "
            + OptimizerKind.GRADIENT.id()
            + ", and "
            + inside.id()
            + " is of the kind "
            + OptimizerKind.of(inside).id());
    return Optional.empty();
  }

  private static Declared<Optimizer> declared(
      Optimizer whole,
      Catalog.Entry<OptimizerWrapper> wrapper,
      ComponentSpec spec,
      Declared<Optimizer> inner) {
    Map<String, String> names = ((WrappedOptimizer) whole).namesInside();
    Map<String, List<Double>> values = new LinkedHashMap<>(spec.values());
    inner.values().forEach((name, grid) -> values.put(names.get(name), grid));
    return new Declared<>(new Catalog.Entry<>(whole, wrapper.origin()), values);
  }

  private String refusal() {
    return " goes around nothing; wrappers do: "
        + components.wrappers().entries().stream()
            .map(Catalog.Entry::id)
            .collect(Collectors.joining(", "));
  }

  private void complain(String path, String message) {
    complaints.add(new Complaint(path, message));
  }
}
