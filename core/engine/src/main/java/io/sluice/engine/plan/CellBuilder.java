package io.sluice.engine.plan;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.problem.ObjectiveFunction;
import io.sluice.engine.problem.Problem;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Pace;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.moments.Interruption;
import io.sluice.spi.Cell;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the cells of a study, in the order problem, network, activation, start, bounds, rest. */
final class CellBuilder {

  static final String NONE = "-";

  private final StudySpec spec;
  private final PlanSize size;
  private final TrialKeys keys;
  private final List<TrialSetup> setups = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> identities = new HashSet<>();
  private final Map<Dataset, String> hashes = new IdentityHashMap<>();
  private final WeightRanges ranges;
  private final Trainings trainings;
  private String repeated = "";
  private boolean startsSomewhere;

  CellBuilder(StudySpec spec, PlanSize size, TrialKeys keys) {
    this.spec = spec;
    this.keys = keys;
    this.size = size;
    this.ranges = new WeightRanges(spec, notes::add);
    this.trainings = new Trainings(spec.training(), notes::add);
    spec.problems().forEach(this::remark);
  }

  private void remark(ProblemSpec problem) {
    if (problem instanceof ProblemSpec.Data) {
      ProblemSpec.Data data = (ProblemSpec.Data) problem;
      data.remarks().forEach(remark -> notes.add(data.name() + ": " + remark));
    }
  }

  List<TrialSetup> setups() {
    return setups;
  }

  /** Takes in what a reader should know besides. */
  void note(List<String> more) {
    notes.addAll(more);
  }

  /** Whether weights could start somewhere in some network. */
  boolean hasStarts() {
    return startsSomewhere;
  }

  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (!spec.cadence().measures() && !spec.metrics().equals(Metric.PRESET)) {
      all.add("nothing is measured: there are metrics, but measure is none");
    }
    if (!repeated.isEmpty()) {
      all.add("cells that come more than once are run once, such as " + repeated);
    }
    return all;
  }

  /** The cells of an objective function: it has a box of its own and no network. */
  void addFunction(Resolved<Problem> problem, OptimizerChoice optimizers) {
    ObjectiveFunction function = ((Problem.Minimum) problem.value()).function();
    double[] lower = new double[function.dimensions()];
    double[] upper = new double[function.dimensions()];
    for (int d = 0; d < lower.length; d++) {
      lower[d] = function.lower(d);
      upper[d] = function.upper(d);
    }
    TrialSetup.Start start = uniform(lower, upper);
    Task task = new Task.Minimum(function);
    for (Resolved<Optimizer> optimizer : optimizers.in(problem.label(), NONE, NONE)) {
      for (WeightPolicy policy : spec.weightPolicies()) {
        Map<String, String> factors =
            factors(problem, NONE, NONE, NONE, optimizer, policy, "box", "box");
        for (Training training : trainings.of(optimizer.value(), task, problem.label())) {
          add(
              factors, problem, Map.of(), optimizer, policy, training, task, lower, upper, start,
              "");
        }
      }
    }
  }

  /** The cells in which networks fit data. */
  void addFits(
      Resolved<Problem> problem,
      List<Resolved<ChosenActivation>> activations,
      OptimizerChoice optimizers,
      List<Complaint> complaints) {
    Loss loss = spec.loss();
    Examples examples = Examples.of(spec, problem, hashes, complaints, notes::add).orElse(null);
    if (examples == null) {
      return;
    }
    Dataset data = examples.training();
    Map<String, Double> lossValues = new LinkedHashMap<>();
    loss.hyperparameters().forEach(h -> lossValues.put("loss." + h.name(), h.value()));
    for (int n = 0; n < spec.networks().size(); n++) {
      NetworkSpec network = spec.networks().get(n);
      String networkPath = "networks[" + n + "]";
      String label = network.label(data.inputs(), data.outputs());
      for (Resolved<ChosenActivation> activation : activations) {
        NetworkShape shape =
            Layers.shape(network, networkPath, data, activation, size.limits(), complaints);
        if (shape == null) {
          continue;
        }
        Map<String, Double> values = new LinkedHashMap<>(lossValues);
        values.putAll(activation.hyperparameters());
        Task.Fit task =
            new Task.Fit(
                examples.training(), examples.validation(), examples.accuracy(), shape, loss);
        List<Resolved<Optimizer>> chosen =
            optimizers.in(problem.label(), label, activation.label());
        for (WeightRanges.Begin begin : ranges.begins(task, activation, complaints)) {
          startsSomewhere = true;
          size.addNumbers(begin.limits() == null ? 0 : 2.0 * begin.limits().length, networkPath);
          for (int b = 0; b < spec.bounds().size(); b++) {
            WeightRanges.Bounds bounds =
                ranges.bounds(spec.bounds().get(b), task, activation, begin);
            size.addNumbers(bounds.lower() == null ? 0 : 2.0 * bounds.lower().length, networkPath);
            for (Resolved<Optimizer> optimizer : chosen) {
              for (WeightPolicy policy : spec.weightPolicies()) {
                boolean needed =
                    policy != WeightPolicy.NONE || optimizer.value() instanceof PopulationOptimizer;
                if (needed && bounds.lower() == null) {
                  if (!bounds.missing().isEmpty()) {
                    String who =
                        policy == WeightPolicy.NONE
                            ? optimizer.label() + " searches inside bounds"
                            : "the weight policy " + policy.id() + " needs bounds";
                    complain(complaints, "bounds[" + b + "]", who + ", but " + bounds.missing());
                  }
                  continue;
                }
                Map<String, String> factors =
                    factors(
                        problem,
                        label,
                        loss.label(),
                        activation.label(),
                        optimizer,
                        policy,
                        bounds.label(),
                        begin.label());
                for (Training training : trainings.of(optimizer.value(), task, problem.label())) {
                  checkBudget(optimizer, training, task, complaints);
                  add(
                      factors,
                      problem,
                      values,
                      optimizer,
                      policy,
                      training,
                      task,
                      bounds.lower(),
                      bounds.upper(),
                      begin.start(),
                      examples.digest());
                }
              }
            }
          }
        }
      }
    }
  }

  /** What full batches cost is checked before, so that it is said even where no cell is built. */
  private void checkBudget(
      Resolved<Optimizer> optimizer, Training training, Task task, List<Complaint> complaints) {
    Pace pace = TrialSetup.pace(task, training.batches());
    if (pace.looksApart() && optimizer.value() instanceof GradientOptimizer) {
      Factors.checkUpdate(spec.budget(), pace, optimizer.label(), complaints);
    }
  }

  private void add(
      Map<String, String> factors,
      Resolved<Problem> problem,
      Map<String, Double> fitValues,
      Resolved<Optimizer> optimizer,
      WeightPolicy policy,
      Training training,
      Task task,
      double[] lower,
      double[] upper,
      TrialSetup.Start start,
      String digest) {
    Interruption.check();
    Map<String, Double> values = new LinkedHashMap<>();
    values.putAll(StudyPlanner.prefixed("problem.", problem.hyperparameters()));
    values.putAll(fitValues);
    values.putAll(StudyPlanner.prefixed("optimizer.", optimizer.hyperparameters()));
    values.putAll(training.values());
    Map<String, String> labels = new LinkedHashMap<>(factors);
    labels.putAll(training.labels());
    Cell cell = Cell.of(StudyPlan.FACTORS, setups.size(), labels, values);
    TrialSetup setup =
        new TrialSetup(
            cell, task, optimizer.value(), policy, training, lower, upper, start, digest, keys);
    if (identities.add(setup.identity())) {
      setups.add(setup);
    } else {
      repeated = repeated.isEmpty() ? text(cell) : repeated;
    }
  }

  private static String text(Cell cell) {
    return StudyPlan.FACTORS.stream()
        .filter(factor -> !cell.factor(factor.name()).equals(factor.preset()))
        .map(factor -> cell.factor(factor.name()))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> factors(
      Resolved<Problem> problem,
      String network,
      String loss,
      String activation,
      Resolved<Optimizer> optimizer,
      WeightPolicy policy,
      String bounds,
      String initial) {
    Map<String, String> factors = new LinkedHashMap<>();
    factors.put("problem", problem.label());
    factors.put("network", network);
    factors.put("loss", loss);
    factors.put("activation", activation);
    factors.put("optimizer", optimizer.label());
    factors.put("weight-policy", policy.id());
    factors.put("bounds", bounds);
    factors.put("initial-weights", initial);
    return factors;
  }

  static TrialSetup.Start uniform(double[] lower, double[] upper) {
    return (random, weights) -> {
      for (int p = 0; p < lower.length; p++) {
        weights[p] = random.nextDouble(lower[p], upper[p]);
      }
    };
  }

  static String hash(String text) {
    return Long.toHexString(RandomStream.key(text));
  }

  static void complain(List<Complaint> complaints, String path, String message) {
    Complaint complaint = new Complaint(path, message);
    if (!complaints.contains(complaint)) {
      complaints.add(complaint);
    }
  }
}
