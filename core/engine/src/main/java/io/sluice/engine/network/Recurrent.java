package io.sluice.engine.network;

import io.sluice.engine.text.NumberText;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The layer reads its inputs as a sequence, step by step, and passes on the state after the last
 * step. All steps share its weights: a matrix W for the inputs of a step and a matrix U for the
 * state, each with the rows of the gates one gate after the other and then those of the candidate,
 * and biases in the same order. Gradients go back through all steps.
 *
 * @param cell what it does at each step
 * @param step how many inputs a step has
 * @param keepBias where the biases of the gate that keeps the state start; empty for where all do
 * @param identity U starts as this number times the identity (Le, Jaitly and Hinton, arXiv
 *     1504.00941); empty for where the initial weights have it
 * @param gate the function σ of the gates, a formula of x
 */
public record Recurrent(
    RecurrentCell cell, int step, OptionalDouble keepBias, OptionalDouble identity, String gate)
    implements LayerPart {

  /** What gates are where nothing else is said. */
  public static final String SIGMOID = "sigmoid(x)";

  /** A layer keeps at most so many numbers of an example: half a million fill 4 MB. */
  private static final int MOST_NUMBERS = 1 << 19;

  /** Not made of a number, so none of {@link LayerPart#kinds()}. */
  private static final Kind KIND =
      new Kind(
          Hyperparameter.flag("recurrent", true, "whether the inputs are read as a sequence"),
          "true",
          "false",
          Place.MATRIX,
          false,
          number -> plain(RecurrentCell.SIMPLE, 1));

  public Recurrent {
    Objects.requireNonNull(cell, "cell");
    if (step < 1) {
      throw new IllegalArgumentException("a step has at least 1 input, not " + step);
    }
    if (!Double.isFinite(keepBias.orElse(0)) || !Double.isFinite(identity.orElse(0))) {
      throw new IllegalArgumentException("recurrent weights start at finite numbers");
    }
    if (cell == RecurrentCell.SIMPLE && keepBias.isPresent()) {
      throw new IllegalArgumentException(
          "a simple cell has no gate whose bias could start at "
              + NumberText.of(keepBias.getAsDouble()));
    }
    if (cell != RecurrentCell.SIMPLE && identity.isPresent()) {
      throw new IllegalArgumentException(
          "only the matrix of a simple cell starts as an identity, not that of " + cell.id());
    }
    if (cell == RecurrentCell.SIMPLE && !gate.equals(SIGMOID)) {
      throw new IllegalArgumentException("a simple cell has no gate to be " + gate);
    }
    FormulaActivation.of("", gate, Map.of());
  }

  /** A cell with gates that are sigmoids, all of whose weights start as the initial weights say. */
  public static Recurrent plain(RecurrentCell cell, int step) {
    return new Recurrent(cell, step, OptionalDouble.empty(), OptionalDouble.empty(), SIGMOID);
  }

  @Override
  public Kind kind() {
    return KIND;
  }

  @Override
  public String word() {
    StringBuilder word = new StringBuilder(cell.id());
    word.append(step == 1 ? "" : " step=" + step);
    keepBias.ifPresent(start -> word.append(" forget-bias=").append(NumberText.of(start)));
    identity.ifPresent(start -> word.append(" identity=").append(NumberText.of(start)));
    return word.append(gate.equals(SIGMOID) ? "" : " gate=" + function().label()).toString();
  }

  /** The gates' function. */
  FormulaActivation function() {
    return FormulaActivation.of("", gate, Map.of());
  }

  @Override
  public String refusal(int inputs, int units, int sums) {
    if (inputs % step != 0) {
      return "is recurrent and reads " + step + " inputs a step, which do not divide " + inputs;
    }
    long numbers = numbers(inputs, units);
    return numbers <= MOST_NUMBERS
        ? ""
        : "is recurrent and would keep "
            + numbers
            + " numbers of an example, more than "
            + MOST_NUMBERS
            + ": fewer units or steps are needed";
  }

  @Override
  public String refusal(Activation activation, TrainableActivation.Sharing training) {
    if (activation == null) {
      return "is recurrent, so it needs an activation of single numbers";
    }
    if (training != TrainableActivation.Sharing.FIXED) {
      return "is recurrent, so the parameters of "
          + activation.id()
          + " cannot be trained in it; train: fixed keeps them";
    }
    return activation instanceof StochasticActivation
        ? "is recurrent, so " + activation.id() + " cannot draw random numbers in it"
        : "";
  }

  @Override
  public boolean activates() {
    return true;
  }

  @Override
  public int fanIn(LayerShape layer) {
    return step + layer.units();
  }

  @Override
  public List<WeightGroup.Form> weights(LayerShape layer) {
    int rows = (cell.gates() + 1) * layer.units();
    return List.of(
        WeightGroup.Form.drawn(WeightGroup.Kind.MATRIX, rows, step),
        new WeightGroup.Form(
            WeightGroup.Kind.RECURRENT, rows, layer.units(), identity.orElse(Double.NaN)));
  }

  @Override
  public List<WeightGroup.Form> biases(LayerShape layer, double start) {
    List<WeightGroup.Form> biases = new ArrayList<>();
    int units = layer.units();
    if (keepBias.isPresent()) {
      biases.add(WeightGroup.Form.from(WeightGroup.Kind.BIAS, units, keepBias.getAsDouble()));
    }
    int others = cell.gates() + (keepBias.isPresent() ? 0 : 1);
    biases.add(WeightGroup.Form.from(WeightGroup.Kind.BIAS, others * units, start));
    return biases;
  }

  @Override
  public long numbersKept(LayerShape layer) {
    return numbers(layer.inputs(), layer.units());
  }

  /** Of each gate 4, of the candidate 4, the state and what else a cell keeps. */
  private long numbers(int inputs, int units) {
    int more = cell == RecurrentCell.LSTM ? 3 : cell == RecurrentCell.GRU ? 1 : 0;
    return (inputs / step + 1L) * units * (4 * cell.gates() + 5 + more);
  }

  @Override
  public void compile(LayerProgram layer, List<WeightRows> rows) {
    int units = layer.out().units();
    int gates = cell.gates() * units;
    int steps = layer.in().units() / step;
    Activation activation = layer.shape().activation();
    StepSums candidate = new StepSums(layer, step, gates, units, rows);
    if (cell == RecurrentCell.SIMPLE) {
      layer.add(new Recurrence.Simple(layer, activation, steps, candidate));
      return;
    }
    StepSums gated = new StepSums(layer, step, 0, gates, rows);
    layer.add(
        cell == RecurrentCell.LSTM
            ? new LongShortTerm(layer, activation, steps, candidate, function(), gated)
            : new GatedRecurrence(layer, activation, steps, candidate, function(), gated));
  }
}
