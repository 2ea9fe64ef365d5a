package io.sluice.engine.plan;

import io.sluice.engine.loss.Accuracy;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.problem.Curve;
import io.sluice.engine.problem.Problem;
import io.sluice.engine.study.ClassWeights;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.RowClasses;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.RandomStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The data of a problem as its trials get them: apart, scaled, with noise.
 *
 * @param validation null if no rows are kept from training
 * @param curve points of the curve that the data were taken from; null if they are not asked for
 * @param accuracy which outputs are right; null if the targets are no classes
 * @param loss the loss of the study, with the weights of classes
 * @param digest tells other data apart
 */
record Examples(
    Dataset training,
    Dataset validation,
    Dataset curve,
    Accuracy accuracy,
    Loss loss,
    String digest) {

  /**
   * The data, unless something is wrong with them, which is then among the complaints.
   *
   * @param fold which fold is kept from training, from 0 on, if there are folds
   * @param hashes of data that other problems have as well
   */
  static Optional<Examples> of(
      StudySpec spec,
      Resolved<Problem> problem,
      int fold,
      Map<Dataset, String> hashes,
      Findings findings) {
    Problem.Fit fit = (Problem.Fit) problem.value();
    Dataset data = fit.data();
    Preparation preparation = fit.preparation();
    boolean weighted = preparation.classWeights().kind() != ClassWeights.Kind.NONE;
    if (!canFit(spec, problem, data, findings)
        || fit.validation().isPresent() && !canFit(spec, problem, fit.validation().get(), findings)
        || !hasClasses(spec, problem, data, findings)) {
      return Optional.empty();
    }
    Accuracy accuracy = Accuracy.of(spec.loss(), data).orElse(null);
    boolean classes = spec.loss().isForClasses() || accuracy != null;
    if ((classes || weighted) && preparation.changesOutputs()) {
      findings.complain(problem.path(), refusal(spec, problem.label()));
      return Optional.empty();
    }
    String name = nameOf(problem, preparation);
    try {
      Split split =
          fit.validation()
              .map(rows -> new Split(data, rows))
              .orElseGet(
                  () -> Split.of(data, spec.validation(), fold, key(spec, "validation", name)))
              .with(points(spec, fit))
              .prepared(
                  preparation,
                  key(spec, "noise", name),
                  note -> findings.note(problem.label() + ": " + note));
      if (classes) {
        noteMissing(problem, data, split, findings);
      }
      Loss loss =
          weighted
              ? weighted(spec.loss(), preparation.classWeights(), data, split.training())
              : spec.loss();
      String digest = hashes.computeIfAbsent(data, Examples::hash) + preparation.label();
      return Optional.of(
          new Examples(
              split.training(),
              split.validation(),
              split.curve(),
              accuracy,
              loss,
              digest + validationDigest(spec, fit, hashes)));
    } catch (IllegalArgumentException tooLarge) {
      findings.complain(
          problem.path(), problem.label() + " cannot be prepared: " + tooLarge.getMessage());
      return Optional.empty();
    }
  }

  /** The task of a network that fits them. */
  Task.Fit fit(NetworkShape network) {
    return new Task.Fit(training, validation, curve, accuracy, network, loss);
  }

  private static Dataset points(StudySpec spec, Problem.Fit fit) {
    return spec.metrics().contains(Metric.CURVE_ERROR)
        ? fit.curve().map(Curve::points).orElse(null)
        : null;
  }

  /** Notes a class of which no row is to train with. */
  private static void noteMissing(
      Resolved<Problem> problem, Dataset data, Split split, Findings findings) {
    RowClasses all = split.validation() == null ? null : RowClasses.of(data);
    if (all == null || !all.areNames()) {
      return;
    }
    Set<List<Double>> present = new HashSet<>(RowClasses.of(split.training()).targets());
    for (int c = 0; c < all.count(); c++) {
      if (!present.contains(all.targets().get(c))) {
        findings.note(
            problem.label()
                + ": no row of class "
                + all.name(c)
                + " is left to train with; validation can be stratified");
      }
    }
  }

  /** The number of weights is that of the classes of all data, of which some rows are kept. */
  private static Loss weighted(Loss loss, ClassWeights weights, Dataset data, Dataset training) {
    RowClasses present = RowClasses.of(training);
    if (weights.kind() != ClassWeights.Kind.GIVEN) {
      return loss.weighted(weights, present);
    }
    List<List<Double>> all = RowClasses.of(data).targets();
    List<Double> given =
        present.targets().stream().map(t -> weights.weights().get(all.indexOf(t))).toList();
    return loss.weighted(ClassWeights.of(given), present);
  }

  /** Whether there are the classes that are needed; notes those of which too few rows are there. */
  private static boolean hasClasses(
      StudySpec spec, Resolved<Problem> problem, Dataset data, Findings findings) {
    Problem.Fit fit = (Problem.Fit) problem.value();
    Validation validation = spec.validation();
    boolean stratified = validation.stratified() && fit.validation().isEmpty();
    ClassWeights weights = fit.preparation().classWeights();
    if (!stratified && weights.kind() == ClassWeights.Kind.NONE) {
      return true;
    }
    RowClasses classes = RowClasses.of(data);
    String path = stratified ? "validation" : problem.path() + ".class-weights";
    if (!classes.areNames()) {
      findings.complain(
          path,
          problem.label()
              + " has no classes: its "
              + data.rows()
              + " rows have "
              + classes.count()
              + " different targets");
      return false;
    }
    if (weights.kind() == ClassWeights.Kind.GIVEN && weights.weights().size() != classes.count()) {
      findings.complain(
          problem.path() + ".class-weights",
          "there are "
              + classes.count()
              + " classes in "
              + problem.label()
              + ", but "
              + weights.weights().size()
              + (weights.weights().size() == 1 ? " weight" : " weights"));
      return false;
    }
    int fewest = Math.max(2, validation.folds());
    int[] sizes = classes.sizes();
    for (int c = 0; stratified && c < sizes.length; c++) {
      if (sizes[c] < fewest) {
        findings.note(
            problem.label()
                + ": class "
                + classes.name(c)
                + " has "
                + sizes[c]
                + (sizes[c] == 1 ? " row" : " rows")
                + (validation.folds() > 0
                    ? ", so that some folds have none"
                    : ", which is to train with"));
      }
    }
    return true;
  }

  private static boolean canFit(
      StudySpec spec, Resolved<Problem> problem, Dataset data, Findings findings) {
    String refusal = spec.loss().complaint(data);
    if (!refusal.isEmpty()) {
      boolean couldBe = Double.valueOf(0).equals(problem.hyperparameters().get("one-hot"));
      String hint = couldBe ? "; give it one-hot: true" : "";
      findings.complain("loss", refusal + ", as " + problem.label() + " has" + hint);
      return false;
    }
    boolean split = ((Problem.Fit) problem.value()).validation().isEmpty();
    int fewest = Math.max(Split.FEWEST_ROWS, spec.validation().folds());
    if (split && spec.validation().keepsRows() && data.rows() < fewest) {
      findings.complain(
          "validation",
          problem.label()
              + " has "
              + data.rows()
              + (data.rows() == 1 ? " row" : " rows")
              + ", too few to split"
              + (fewest > Split.FEWEST_ROWS ? " into " + fewest + " folds" : ""));
      return false;
    }
    return true;
  }

  private static String refusal(StudySpec spec, String problem) {
    String why =
        spec.loss().isForClasses()
            ? spec.loss().id() + " takes them as probabilities"
            : "they are two numbers only";
    return "the outputs of "
        + problem
        + " are classes ("
        + why
        + "), which are neither scaled nor given noise: prepare the inputs only, such as scale:"
        + " {inputs: standardise}";
  }

  /** Without what is done to its data, so that all preparations of a problem have one split. */
  private static String nameOf(Resolved<Problem> problem, Preparation preparation) {
    String label = problem.label();
    return label.substring(0, label.length() - preparation.label().length());
  }

  private static long key(StudySpec spec, String stream, String name) {
    return RandomStream.key(spec.seed(), RandomStream.key(stream), RandomStream.key(name));
  }

  private static String validationDigest(
      StudySpec spec, Problem.Fit fit, Map<Dataset, String> hashes) {
    if (fit.validation().isPresent()) {
      return "|validation=" + hashes.computeIfAbsent(fit.validation().get(), Examples::hash);
    }
    return spec.validation().keepsRows() ? "|validation=" + spec.validation().label() : "";
  }

  private static String hash(Dataset data) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < data.rows(); row++) {
      for (int i = 0; i < data.inputs(); i++) {
        text.append(NumberText.of(data.input(row, i))).append(' ');
      }
      for (int o = 0; o < data.outputs(); o++) {
        text.append(NumberText.of(data.output(row, o))).append(' ');
      }
    }
    return Long.toHexString(RandomStream.key(text.toString()));
  }
}
