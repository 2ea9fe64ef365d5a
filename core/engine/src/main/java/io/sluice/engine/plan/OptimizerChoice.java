package io.sluice.engine.plan;

import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Cell;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Optimizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The optimizers of a study in each context. Without tuning they are the same everywhere. With it
 * the study itself has each tuned optimizer twice, as it was declared and with the values chosen
 * for the context; a rung of the tuning has the combinations of values that are tried there.
 */
final class OptimizerChoice {

  private final List<Complaint> complaints;
  private final Optional<TuningSpec> tuning;
  private final ComponentResolver resolver;
  private final OptimizerFinder finder;
  private final List<Variant> variants = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Map<List<Object>, List<Resolved<Optimizer>>> resolved = new HashMap<>();
  private final Map<List<String>, Map<String, Double>> chosen = new HashMap<>();
  private final Set<TuningSpec.Choice> left;

  /**
   * An optimizer of the study.
   *
   * @param base its label without the values that are tuned; empty if none is
   * @param tuned the values that are
   */
  private record Variant(
      Declared<Optimizer> declared,
      Resolved<Optimizer> optimizer,
      String base,
      Map<String, Double> tuned) {}

  private OptimizerChoice(
      StudySpec spec,
      ComponentResolver resolver,
      OptimizerFinder finder,
      List<Complaint> complaints) {
    this.tuning = spec.tuning();
    this.resolver = resolver;
    this.finder = finder;
    this.complaints = complaints;
    this.left = new LinkedHashSet<>(tuning.map(TuningSpec::choices).orElse(List.of()));
    left.forEach(choice -> chosen.put(choice.context(), choice.values()));
  }

  /** The optimizers of the study; what is wrong with them is among the complaints. */
  static OptimizerChoice of(
      StudySpec spec,
      ComponentResolver resolver,
      OptimizerFinder finder,
      List<Complaint> complaints) {
    OptimizerChoice choice = new OptimizerChoice(spec, resolver, finder, complaints);
    int before = complaints.size();
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < spec.optimizers().size(); i++) {
      String path = "optimizers[" + i + "]";
      for (Declared<Optimizer> found : finder.find(spec.optimizers().get(i), path)) {
        choice.add(found, path, names);
      }
    }
    if (complaints.size() == before) {
      choice.checkNames(names);
    }
    return choice;
  }

  /** Every optimizer that some context may have; of a tuned one before it is, its presets. */
  List<Resolved<Optimizer>> all() {
    return variants.stream().map(Variant::optimizer).toList();
  }

  /** What a reader should know. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether every context has all of them. */
  boolean isSameEverywhere() {
    return tuning.isEmpty() || tuning.get().choices().isEmpty();
  }

  /** The optimizers where these are the labels of the other parts. */
  List<Resolved<Optimizer>> in(
      String problem, String network, String activation, Findings findings) {
    if (isSameEverywhere()) {
      return all();
    }
    List<Resolved<Optimizer>> found = new ArrayList<>();
    for (Variant variant : variants) {
      if (variant.base().isEmpty()) {
        found.add(variant.optimizer());
        continue;
      }
      List<String> context = List.of(problem, network, activation, variant.base());
      if (tuning.get().rung() > 0) {
        var here =
            new TuningSpec.Choice(problem, network, activation, variant.base(), variant.tuned());
        if (left.contains(here)) {
          found.add(variant.optimizer());
        }
      } else if (chosen.containsKey(context)) {
        found.addAll(
            resolved.computeIfAbsent(
                List.of(variant.base(), chosen.get(context)),
                key -> withValues(variant, chosen.get(context))));
      } else {
        findings.complain(
            "tuning.chosen", "\"chosen\" has no values for " + String.join(" / ", context));
      }
    }
    return found;
  }

  private List<Resolved<Optimizer>> withValues(Variant variant, Map<String, Double> values) {
    Map<String, List<Double>> all = new LinkedHashMap<>(variant.declared().values());
    values.forEach((name, value) -> all.put(name, List.of(value)));
    return resolver.variants(variant.declared().with(all), "tuning.chosen").stream()
        .map(
            found ->
                new Resolved<>(
                    variant.optimizer().label(),
                    found.value(),
                    found.hyperparameters(),
                    found.path()))
        .toList();
  }

  private void add(Declared<Optimizer> declared, String path, Set<String> names) {
    List<Resolved<Optimizer>> all = resolver.variants(declared, path);
    if (tuning.isEmpty() || all.isEmpty()) {
      all.forEach(optimizer -> variants.add(new Variant(declared, optimizer, "", Map.of())));
      return;
    }
    Map<String, List<Double>> grid = new TreeMap<>();
    for (Hyperparameter hyperparameter : all.get(0).value().hyperparameters()) {
      names.add(hyperparameter.name());
      List<Double> values = tuning.get().values().get(hyperparameter.name());
      if (values != null) {
        grid.put(hyperparameter.name(), values);
        values.forEach(value -> check(hyperparameter, value, declared.entry().id()));
      }
    }
    boolean rung = tuning.get().rung() > 0;
    if (!rung) {
      all.forEach(optimizer -> variants.add(new Variant(declared, optimizer, "", Map.of())));
    }
    if (grid.isEmpty()) {
      String what = String.join(" or ", tuning.get().values().keySet());
      notes.add(all.get(0).value().id() + " has no " + what + " and is not tuned");
      return;
    }
    Map<String, List<Double>> kept = new LinkedHashMap<>(declared.values());
    kept.keySet().removeAll(grid.keySet());
    for (Resolved<Optimizer> base : resolver.variants(declared.with(kept), path)) {
      if (variants.stream().noneMatch(known -> known.base().equals(base.label()))) {
        addTuned(declared, base, grid, rung);
      }
    }
  }

  private void addTuned(
      Declared<Optimizer> declared,
      Resolved<Optimizer> base,
      Map<String, List<Double>> grid,
      boolean rung) {
    Map<String, List<Double>> fixed = new LinkedHashMap<>();
    base.hyperparameters().forEach((name, value) -> fixed.put(name, List.of(value)));
    Declared<Optimizer> whole = declared.with(Map.copyOf(fixed));
    if (!rung) {
      var optimizer =
          new Resolved<>(tuned(base.label()), base.value(), base.hyperparameters(), base.path());
      variants.add(new Variant(whole, optimizer, base.label(), Map.of()));
      return;
    }
    fixed.putAll(grid);
    for (Resolved<Optimizer> candidate : resolver.variants(declared.with(fixed), base.path())) {
      Map<String, Double> values = new LinkedHashMap<>(candidate.hyperparameters());
      values.keySet().retainAll(grid.keySet());
      variants.add(new Variant(whole, candidate, base.label(), values));
    }
  }

  /** {@code adam(tuned)}, {@code adam(beta1=0.8 tuned)}. */
  private static String tuned(String label) {
    return label.endsWith(")")
        ? label.substring(0, label.length() - 1) + " " + Cell.TUNED + ")"
        : label + "(" + Cell.TUNED + ")";
  }

  private void check(Hyperparameter hyperparameter, double value, String id) {
    String complaint = hyperparameter.complaint(value);
    if (!complaint.isEmpty()) {
      new Findings(complaints)
          .complain("tuning." + hyperparameter.name(), "of " + id + ", " + complaint);
    }
  }

  private void checkNames(Set<String> names) {
    Set<String> words = new LinkedHashSet<>(names);
    words.addAll(List.of("seeds", "by", "budget-counts"));
    for (String name : tuning.map(spec -> spec.values().keySet()).orElse(Set.of())) {
      if (!names.contains(name)) {
        complaints.add(
            new Complaint(
                "tuning." + name,
                "no optimizer of the study has a hyper-parameter \""
                    + name
                    + "\""
                    + NearestWord.hint(name, words)
                    + (names.isEmpty() ? "" : "; they have " + String.join(", ", names))));
      }
    }
  }
}
