package io.sluice.engine.plan;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.ComponentName;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.problem.Problem;
import io.sluice.engine.problem.ProblemDefinition;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Features;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.text.NumberText;
import io.sluice.engine.watch.Headway;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Optimizer;
import io.sluice.spi.TrainableActivation;
import io.sluice.spi.WrappedOptimizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Turns a study into a plan, or says everything that is wrong with it. Computes nothing else, and
 * can be given up by interrupting its thread.
 */
public final class StudyPlanner {

  private final Components components;
  private final Catalog<ActivationFunction> activations;
  private final Catalog<ProblemDefinition> problems;

  public StudyPlanner(Components components, Catalog<ProblemDefinition> problems) {
    this.components = components;
    this.activations = components.activationsOfLayers();
    this.problems = problems;
  }

  /**
   * The plan of a study.
   *
   * @param limits how large it may become
   * @param headway is told how many cells are done
   * @throws StudyPlanException with every complaint, if there is one; what a component throws is a
   *     complaint, too
   * @throws CancellationException if the thread is interrupted
   */
  public StudyPlan plan(StudySpec spec, PlanLimits limits, Headway headway) {
    try {
      return planned(spec, limits, headway);
    } catch (StudyPlanException | CancellationException ended) {
      throw ended;
    } catch (RuntimeException | Error thrown) { // A stranger's code may throw anything.
      Optional<Culprit> culprit = Culprit.of(thrown, components);
      if (culprit.isEmpty()) {
        throw thrown;
      }
      throw new StudyPlanException(List.of(culprit.get().complaint(thrown, spec)), thrown);
    }
  }

  private StudyPlan planned(StudySpec spec, PlanLimits limits, Headway headway) {
    List<Complaint> complaints = new ArrayList<>();
    PlanSize size = new PlanSize(limits, complaints);
    Layers.check(spec.networks(), limits, complaints);
    Factors factors = resolve(spec, size, complaints);
    factors.check(spec, limits, complaints);
    if (factors.isTooLarge(spec, limits)) {
      throw new StudyPlanException(complaints);
    }
    TrialKeys keys = new TrialKeys(spec, engineVersion(), origins(factors));
    Findings findings = new Findings(complaints);
    remark(spec, findings);
    factors.choice().notes().forEach(findings::note);
    CellLevels levels = new CellLevels(spec, factors, size, keys, findings);
    CellTree tree = CellTree.of(levels);
    levels.check();
    StudyCells cells = new StudyCells(spec.training(), tree, keys);
    if (cells.isEmpty() && complaints.isEmpty()) {
      String path = levels.hasStarts() ? "bounds" : "initial-weights";
      complaints.add(
          new Complaint(path, "no cell is left: " + notes(spec, findings, levels, tree)));
    }
    if (complaints.isEmpty()) {
      MetricCheck.check(spec, cells.kinds(), complaints);
      TrainingCheck.check(spec, cells.kinds(), complaints);
    }
    if (!complaints.isEmpty()) {
      throw new StudyPlanException(complaints);
    }
    return new StudyPlan(spec, cells, notes(spec, findings, levels, tree), keys, headway);
  }

  private static void remark(StudySpec spec, Findings findings) {
    for (ProblemSpec problem : spec.problems()) {
      if (problem instanceof ProblemSpec.Data) {
        ProblemSpec.Data data = (ProblemSpec.Data) problem;
        data.remarks().forEach(remark -> findings.note(data.name() + ": " + remark));
      }
    }
  }

  private static List<String> notes(
      StudySpec spec, Findings findings, CellLevels levels, CellTree tree) {
    List<String> all = new ArrayList<>(findings.notes());
    all.addAll(levels.notes());
    if (!spec.cadence().measures() && !spec.metrics().equals(Metric.PRESET)) {
      all.add("nothing is measured: there are metrics, but measure is none");
    }
    if (!tree.repeated().isEmpty()) {
      all.add("cells that come more than once are run once, such as " + tree.repeated());
    }
    return all;
  }

  private Factors resolve(StudySpec spec, PlanSize size, List<Complaint> complaints) {
    ComponentResolver resolver = new ComponentResolver(size, complaints);
    List<Resolved<Problem>> foundProblems = new ArrayList<>();
    for (int i = 0; i < spec.problems().size(); i++) {
      int folds = spec.validation().folds();
      foundProblems.addAll(
          problem(resolver, spec.problems().get(i), folds, "problems[" + i + "]", size));
    }
    List<Resolved<ChosenActivation>> foundActivations = new ArrayList<>();
    for (int i = 0; i < spec.activations().size(); i++) {
      foundActivations.addAll(
          activation(
              resolver, spec.activations().get(i), "activations[" + i + "]", size, complaints));
    }
    Factors factors =
        new Factors(
            foundProblems,
            foundActivations,
            OptimizerChoice.of(
                spec,
                resolver,
                new OptimizerFinder(resolver, components, engineVersion(), complaints),
                complaints));
    UserFormulas.checkLabels(factors, complaints);
    return factors;
  }

  private List<Resolved<Problem>> problem(
      ComponentResolver resolver, ProblemSpec spec, int folds, String path, PlanSize size) {
    if (spec instanceof ProblemSpec.Data) {
      ProblemSpec.Data data = (ProblemSpec.Data) spec;
      Problem fit = new Problem.Fit(data.data(), data.validation(), data.preparation());
      size.addNumbers(numbers(fit, folds), path);
      return List.of(new Resolved<>(data.name() + data.preparation().label(), fit, Map.of(), path));
    }
    ProblemSpec.BuiltIn builtIn = (ProblemSpec.BuiltIn) spec;
    List<Resolved<ProblemDefinition>> variants =
        resolver.resolve("problem", problems, builtIn.component(), path);
    List<Resolved<Problem>> found = new ArrayList<>();
    for (Resolved<ProblemDefinition> variant : variants) {
      String name =
          builtIn.name().isEmpty()
              ? variant.label()
              : builtIn.name() + (variants.size() > 1 ? varying(builtIn, variant) : "");
      resolver
          .attempt(variant.label(), path, () -> prepared(variant, builtIn.preparation()))
          .ifPresent(
              made -> {
                size.addNumbers(numbers(made, folds), path);
                found.add(
                    new Resolved<>(
                        name + builtIn.preparation().label(),
                        made,
                        variant.hyperparameters(),
                        path));
              });
    }
    return found;
  }

  /**
   * How many numbers a problem has; with data twice those, since they are kept prepared too, of
   * folds for each.
   */
  private static double numbers(Problem problem, int folds) {
    if (problem instanceof Problem.Fit) {
      Problem.Fit fit = (Problem.Fit) problem;
      double copies = Math.max(1, fit.validation().isPresent() ? 1 : folds);
      double rows = fit.data().rows() + fit.validation().map(Dataset::rows).orElse(0);
      int inputs = fit.data().inputs();
      double prepared =
          fit.preparation()
              .features()
              .map(f -> Math.min(Features.MOST, f.count(inputs)))
              .orElse(0.0 + inputs);
      int outputs = fit.data().outputs();
      return rows * (inputs + outputs + copies * (prepared + outputs));
    }
    return 2.0 * ((Problem.Minimum) problem).function().dimensions();
  }

  private static Problem prepared(Resolved<ProblemDefinition> variant, Preparation preparation) {
    Problem problem = variant.value().create();
    if (problem instanceof Problem.Fit) {
      return ((Problem.Fit) problem).prepared(preparation);
    }
    if (!preparation.equals(Preparation.NONE)) {
      throw new IllegalArgumentException("it has no data to be scaled or to get noise or features");
    }
    return problem;
  }

  /** The values that tell the variants of one named problem apart. */
  private static String varying(ProblemSpec.BuiltIn spec, Resolved<ProblemDefinition> variant) {
    List<String> parts = new ArrayList<>();
    spec.component()
        .values()
        .forEach(
            (name, values) -> {
              if (values.size() > 1) {
                parts.add(name + "=" + NumberText.of(variant.hyperparameters().get(name)));
              }
            });
    return "(" + String.join(" ", parts) + ")";
  }

  private List<Resolved<ChosenActivation>> activation(
      ComponentResolver resolver,
      ActivationSpec spec,
      String path,
      PlanSize size,
      List<Complaint> complaints) {
    List<Resolved<ChosenActivation>> found = new ArrayList<>();
    for (Resolved<List<ActivationFunction>> layers : layers(resolver, spec, path, size)) {
      ChosenActivation chosen = new ChosenActivation(layers.value(), spec.sharing());
      if (spec.sharing().isPresent() && !chosen.isTrainable() && !spec.isAll()) {
        complaints.add(
            new Complaint(path + ".train", layers.label() + " has no parameters to be trained"));
      }
      found.add(
          new Resolved<>(
              layers.label() + trained(chosen), chosen, layers.hyperparameters(), layers.path()));
    }
    return found;
  }

  /** What is behind the label of an activation that is trained otherwise than by its preset. */
  private static String trained(ChosenActivation chosen) {
    if (chosen.declared().isEmpty() || !chosen.isTrainable()) {
      return "";
    }
    boolean asPreset =
        chosen.layers().stream()
            .filter(ChosenActivation::isTrainable)
            .allMatch(a -> ((TrainableActivation) a).sharing() == chosen.declared().get());
    return asPreset ? "" : " " + ActivationSpec.word(chosen.declared().get());
  }

  private List<Resolved<List<ActivationFunction>>> layers(
      ComponentResolver resolver, ActivationSpec spec, String path, PlanSize size) {
    ComponentSpec only = spec.layers().get(0);
    List<Resolved<List<ActivationFunction>>> found = new ArrayList<>();
    if (spec.layers().size() == 1) {
      List<ComponentSpec> named = new ArrayList<>();
      if (spec.isAll()) {
        components
            .activations()
            .entries()
            .forEach(entry -> named.add(new ComponentSpec(entry.id(), only.values())));
      } else {
        named.add(only);
      }
      for (ComponentSpec component : named) {
        for (Resolved<ActivationFunction> variant : variants(resolver, component, path)) {
          found.add(
              new Resolved<>(
                  variant.label(),
                  List.of(variant.value()),
                  prefixed("activation.", variant.hyperparameters()),
                  path));
        }
      }
      return found;
    }
    found.add(new Resolved<>("", List.of(), Map.of(), path));
    for (int layer = 0; layer < spec.layers().size(); layer++) {
      List<Resolved<List<ActivationFunction>>> longer = new ArrayList<>();
      String layerPath = path + ".layers[" + layer + "]";
      List<Resolved<ActivationFunction>> variants =
          variants(resolver, spec.layers().get(layer), layerPath);
      size.addVariants((double) found.size() * variants.size(), path);
      for (Resolved<List<ActivationFunction>> shorter : found) {
        for (Resolved<ActivationFunction> variant : variants) {
          List<ActivationFunction> layers = new ArrayList<>(shorter.value());
          layers.add(variant.value());
          Map<String, Double> values = new LinkedHashMap<>(shorter.hyperparameters());
          values.putAll(prefixed("activation-" + (layer + 1) + ".", variant.hyperparameters()));
          String label =
              shorter.label().isEmpty() ? variant.label() : shorter.label() + "/" + variant.label();
          longer.add(new Resolved<>(label, layers, values, path));
        }
      }
      found = longer;
    }
    return found;
  }

  /** Every variant of an activation; a formula is looked up in a catalog of its own. */
  private List<Resolved<ActivationFunction>> variants(
      ComponentResolver resolver, ComponentSpec component, String path) {
    if (!component.isText()) {
      return resolver.resolve("activation", activations, component, path);
    }
    return resolver
        .attempt("the formula", path, () -> formula(component, resolver.limits()))
        .map(entry -> resolver.resolve("activation", Catalog.of(List.of(entry)), component, path))
        .orElse(List.of());
  }

  private Catalog.Entry<ActivationFunction> formula(ComponentSpec component, PlanLimits limits) {
    Catalog.Entry<Activation> entry = UserFormulas.entry(component, activations, engineVersion());
    UserFormulas.checkCost(entry.component(), limits);
    return new Catalog.Entry<>(entry.component(), entry.origin());
  }

  static Map<String, Double> prefixed(String prefix, Map<String, Double> values) {
    Map<String, Double> prefixed = new LinkedHashMap<>();
    values.forEach((name, value) -> prefixed.put(prefix + name, value));
    return prefixed;
  }

  /** The engine brings the problems, so their origin is its version. */
  private String engineVersion() {
    return problems.entries().get(0).origin().version();
  }

  /** The origin of every component, by its name. */
  private Map<String, Origin> origins(Factors factors) {
    Map<String, Origin> origins = new HashMap<>();
    for (Resolved<ChosenActivation> activation : factors.activations()) {
      for (ActivationFunction layer : activation.value().layers()) {
        addOrigin(activations, layer, origins);
      }
    }
    for (Resolved<Optimizer> optimizer : factors.optimizers()) {
      addOrigins(optimizer.value(), origins);
    }
    return origins;
  }

  private void addOrigins(Component optimizer, Map<String, Origin> origins) {
    if (optimizer instanceof WrappedOptimizer) {
      WrappedOptimizer wrapped = (WrappedOptimizer) optimizer;
      addOrigin(components.wrappers(), wrapped.wrapper(), origins);
      addOrigins(wrapped.inner(), origins);
    } else {
      addOrigin(components.optimizers(), optimizer, origins);
    }
  }

  private static <T extends Component> void addOrigin(
      Catalog<T> catalog, Component component, Map<String, Origin> origins) {
    catalog
        .find(component.id())
        .ifPresent(entry -> origins.put(ComponentName.of(component), entry.origin()));
  }
}
