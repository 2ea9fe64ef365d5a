package io.sluice.engine.plan;

import io.sluice.engine.loss.Accuracy;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.problem.Problem;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.RandomStream;
import java.util.Map;
import java.util.Optional;

/**
 * The data of a problem as its trials get them: apart, scaled, with noise.
 *
 * @param validation null if no rows are kept from training
 * @param accuracy which outputs are right; null if the targets are no classes
 * @param digest tells other data apart
 */
record Examples(Dataset training, Dataset validation, Accuracy accuracy, String digest) {

  /**
   * The data, unless something is wrong with them, which is then among the complaints.
   *
   * @param hashes of data that other problems have as well
   */
  static Optional<Examples> of(
      StudySpec spec, Resolved<Problem> problem, Map<Dataset, String> hashes, Findings findings) {
    Problem.Fit fit = (Problem.Fit) problem.value();
    Dataset data = fit.data();
    Preparation preparation = fit.preparation();
    if (!canFit(spec, problem, data, findings)) {
      return Optional.empty();
    }
    Accuracy accuracy = Accuracy.of(spec.loss(), data).orElse(null);
    boolean classes = spec.loss().isForClasses() || accuracy != null;
    if (classes && preparation.changesOutputs()) {
      findings.complain(problem.path(), refusal(spec, problem.label()));
      return Optional.empty();
    }
    String name = nameOf(problem, preparation);
    try {
      Split split =
          Split.of(data, spec.validation(), key(spec, "validation", name))
              .prepared(
                  preparation,
                  key(spec, "noise", name),
                  note -> findings.note(problem.label() + ": " + note));
      return Optional.of(
          new Examples(
              split.training(),
              split.validation(),
              accuracy,
              digest(spec, hashes.computeIfAbsent(data, Examples::hash), preparation)));
    } catch (IllegalArgumentException tooLarge) {
      findings.complain(
          problem.path(), problem.label() + " cannot be prepared: " + tooLarge.getMessage());
      return Optional.empty();
    }
  }

  /** The task of a network that fits them. */
  Task.Fit fit(NetworkShape network, Loss loss) {
    return new Task.Fit(training, validation, accuracy, network, loss);
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
    if (spec.validation().keepsRows() && data.rows() < Split.FEWEST_ROWS) {
      findings.complain(
          "validation", problem.label() + " has " + data.rows() + " row, too few to split");
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

  private static String digest(StudySpec spec, String hash, Preparation preparation) {
    String digest = hash + preparation.label();
    return spec.validation().keepsRows()
        ? digest + "|validation=" + spec.validation().label()
        : digest;
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
