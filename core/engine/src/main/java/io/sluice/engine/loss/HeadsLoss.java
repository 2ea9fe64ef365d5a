package io.sluice.engine.loss;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Description;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A loss of its own for each of several groups of outputs, the heads of a network: Σ weight · loss,
 * each the mean that it is alone. The first head has the first outputs.
 *
 * @param heads at least one
 */
public record HeadsLoss(List<Head> heads) implements Loss {

  private static final ThreadLocal<double[][]> SCRATCH =
      ThreadLocal.withInitial(() -> new double[3][0]);

  /**
   * One head.
   *
   * @param outputs how many outputs it has
   * @param loss of these
   * @param weight its share in the whole, above 0
   */
  public record Head(int outputs, Loss loss, double weight) {

    public Head {
      if (outputs < 1) {
        throw new IllegalArgumentException("a head has at least 1 output, not " + outputs);
      }
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weight of a head is a number above 0, not " + NumberText.of(weight));
      }
      if (loss instanceof HeadsLoss) {
        throw new IllegalArgumentException("a head has no heads");
      }
    }

    private String label() {
      return (weight == 1 ? "" : NumberText.of(weight) + "*") + outputs + " " + loss.label();
    }
  }

  public HeadsLoss {
    heads = List.copyOf(heads);
    if (heads.isEmpty()) {
      throw new IllegalArgumentException("a loss of heads has at least one");
    }
  }

  @Override
  public String id() {
    return "heads";
  }

  @Override
  public Description description() {
    return Description.of(
        "A loss of its own for each of several groups of outputs", "Σ w_i L_i", "");
  }

  @Override
  public String label() {
    return heads.stream().map(Head::label).collect(Collectors.joining(" + ", "heads(", ")"));
  }

  @Override
  public boolean isForClasses() {
    return heads.stream().anyMatch(head -> head.loss().isForClasses());
  }

  @Override
  public Optional<Span> classes(int units) {
    return first(true);
  }

  @Override
  public Optional<Span> numbers(int units) {
    return first(false);
  }

  /** The loss of the first head for classes. */
  Loss ofClasses() {
    return heads.stream().map(Head::loss).filter(Loss::isForClasses).findFirst().orElseThrow();
  }

  private Optional<Span> first(boolean forClasses) {
    int from = 0;
    for (Head head : heads) {
      if (head.loss().isForClasses() == forClasses) {
        return Optional.of(new Span(from, from + head.outputs()));
      }
      from += head.outputs();
    }
    return Optional.empty();
  }

  @Override
  public String complaint(Dataset data) {
    int outputs = heads.stream().mapToInt(Head::outputs).sum();
    if (outputs != data.outputs()) {
      return "the heads have " + outputs + " outputs together, not " + data.outputs();
    }
    int from = 0;
    for (Head head : heads) {
      String complaint = head.loss().complaint(data.outputs(from, from + head.outputs()));
      if (!complaint.isEmpty()) {
        return complaint;
      }
      from += head.outputs();
    }
    return "";
  }

  @Override
  public int terms(int examples, int units) {
    return examples;
  }

  @Override
  public void values(
      double[] output, double[] wanted, int examples, int units, int lanes, double[] values) {
    int from = 0;
    for (Head head : heads) {
      int count = head.outputs();
      double[][] own = gathered(output, wanted, examples, units, lanes, from, count);
      head.loss().values(own[0], own[1], examples, count, lanes, own[2]);
      double scale = head.weight() / head.loss().terms(1, count);
      spread(own[2], scale, examples, units, lanes, from, count, values);
      from += count;
    }
  }

  @Override
  public void slopes(
      double[] output,
      double[] wanted,
      int examples,
      int units,
      int lanes,
      int terms,
      double[] slopes) {
    int from = 0;
    for (Head head : heads) {
      int count = head.outputs();
      double[][] own = gathered(output, wanted, examples, units, lanes, from, count);
      int ofHead = head.loss().terms(terms, count);
      head.loss().slopes(own[0], own[1], examples, count, lanes, ofHead, own[2]);
      spread(own[2], head.weight(), examples, units, lanes, from, count, slopes);
      from += count;
    }
  }

  /** Outputs and targets of a head side by side, and room for as many numbers. */
  private static double[][] gathered(
      double[] output, double[] wanted, int examples, int units, int lanes, int from, int count) {
    double[][] own = SCRATCH.get();
    int width = count * lanes;
    if (own[0].length < examples * width) {
      own[0] = new double[examples * width];
      own[1] = new double[examples * width];
      own[2] = new double[examples * width];
    }
    for (int example = 0; example < examples; example++) {
      int at = (example * units + from) * lanes;
      System.arraycopy(output, at, own[0], example * width, width);
      System.arraycopy(wanted, at, own[1], example * width, width);
    }
    return own;
  }

  private static void spread(
      double[] own,
      double scale,
      int examples,
      int units,
      int lanes,
      int from,
      int count,
      double[] target) {
    int width = count * lanes;
    for (int example = 0; example < examples; example++) {
      int at = (example * units + from) * lanes;
      for (int i = 0; i < width; i++) {
        target[at + i] = scale * own[example * width + i];
      }
    }
  }
}
