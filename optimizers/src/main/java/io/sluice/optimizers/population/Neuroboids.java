package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Neuroboids: every agent has a network of one layer of its own, from its coordinates to as many
 * outputs, both scaled to [−1, 1]. It moves along the outputs and then trains the network by one
 * step of Adam towards the best place. Before that each coordinate of most agents is copied from
 * the best place with a small chance.
 *
 * <p>An agent needs three numbers for each pair of coordinates, so memory grows with the square of
 * the parameters.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Neuroboids(Settings settings) implements FixedPopulation {

  /** The presets. */
  public Neuroboids() {
    this(
        Settings.of(
            Population.size(50, 2),
            Hyperparameter.real(
                "dispersion",
                0.01,
                Interval.closed(0, 10),
                "the longest move, as a share of the width of the box"),
            Hyperparameter.real(
                "elite-probability",
                0.1,
                Interval.closed(0, 1),
                "the chance of a coordinate to be copied from the best place"),
            Hyperparameter.integer(
                "explorers",
                5,
                Interval.closed(0, 10_000),
                "how many agents, the last, never copy"),
            Hyperparameter.real("learning-rate", 0.0001, Interval.NOT_NEGATIVE, "α of Adam"),
            Hyperparameter.real("beta1", 0.9, Interval.closedOpen(0, 1), "β₁ of Adam"),
            Hyperparameter.real("beta2", 0.999, Interval.closedOpen(0, 1), "β₂ of Adam"),
            Hyperparameter.real("epsilon", 1e-8, Interval.POSITIVE, "ε of Adam"),
            Hyperparameter.real(
                "weight-range",
                1,
                Interval.NOT_NEGATIVE,
                "the range of the first weights and biases, uniform on both sides of 0"),
            Hyperparameter.real(
                "steepness", 0.5, Interval.closed(0, 100), "s of the activation tanh(s z)")));
  }

  @Override
  public String id() {
    return "noa";
  }

  @Override
  public Description description() {
    return Description.of(
            "Agents that move by a small network each, trained towards the best place",
            "x_c ← best_c with chance p; o = tanh(s (W x̃ + b)); x ← x + o · width "
                + "· dispersion · u; then one step of Adam on |best̃ − o|²",
            "A. Dik, MQL5 article 16992, 2025")
        .aliases("neuroboids")
        .note(
            "The outputs before the step move the agent, and are taken for a "
                + "direction, though they are trained to be a place.")
        .note(
            "The article leaves open the first weights, the presets of Adam and how steep its tanh is: here uniform on [−1, 1], those of Adam's paper but a learning rate of 0.0001, with which its figures come out best, and 2 / (1 + e^(−z)) − 1 = tanh(z / 2), as in the author's article 16515.")
        .note(
            "Learning matters little in these figures: with a learning rate of 0 they are the same within chance.");
  }

  @Override
  public Neuroboids with(Map<String, Double> values) {
    return new Neuroboids(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final double dispersion;
    private final double eliteProbability;
    private final int explorers;
    private final double learningRate;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightRange;
    private final double steepness;
    private final double[][] weights;
    private final double[][] mean;
    private final double[][] square;
    private final double[] inputs;
    private final double[] outputs;
    private final double[] errors;
    private double power1 = 1;
    private double power2 = 1;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      dispersion = set.real("dispersion");
      eliteProbability = set.real("elite-probability");
      explorers = set.integer("explorers");
      learningRate = set.real("learning-rate");
      beta1 = set.real("beta1");
      beta2 = set.real("beta2");
      epsilon = set.real("epsilon");
      weightRange = set.real("weight-range");
      steepness = set.real("steepness");
      int size = coordinates * (coordinates + 1);
      weights = new double[members][size];
      mean = new double[members][size];
      square = new double[members][size];
      inputs = new double[coordinates];
      outputs = new double[coordinates];
      errors = new double[coordinates];
    }

    @Override
    void begin() {
      for (double[] each : weights) {
        random.fill(each, 0, each.length, -weightRange, weightRange);
      }
    }

    /** Where a value lies between the bounds, from −1 to 1. */
    private double scaled(double value, int coordinate) {
      double inside = Math.max(lower[coordinate], Math.min(upper[coordinate], value));
      return 2 * (inside - lower[coordinate]) / width(coordinate) - 1;
    }

    @Override
    int propose() {
      power1 *= beta1;
      power2 *= beta2;
      for (int i = 0; i < members; i++) {
        double[] place = proposal[i];
        copyToProposal(i);
        for (int c = 0; c < coordinates && i < members - explorers; c++) {
          if (random.nextDouble() < eliteProbability) {
            place[c] = best[c];
          }
        }
        for (int c = 0; c < coordinates; c++) {
          inputs[c] = scaled(place[c], c);
        }
        ask(weights[i]);
        train(i);
        for (int c = 0; c < coordinates; c++) {
          place[c] += outputs[c] * width(c) * dispersion * random.nextDouble();
        }
      }
      return members;
    }

    private void ask(double[] network) {
      for (int c = 0, w = 0; c < coordinates; c++) {
        double sum = 0;
        for (int k = 0; k < coordinates; k++) {
          sum += network[w++] * inputs[k];
        }
        sum += network[w++];
        double output = StrictMath.tanh(steepness * sum);
        outputs[c] = output;
        errors[c] = (output - scaled(best[c], c)) * steepness * (1 - output * output);
      }
    }

    private void train(int i) {
      double rate = learningRate / (1 - power1);
      double correction = 1 / (1 - power2);
      for (int c = 0, w = 0; c < coordinates; c++) {
        for (int k = 0; k <= coordinates; k++, w++) {
          double slope = errors[c] * (k < coordinates ? inputs[k] : 1);
          mean[i][w] += (1 - beta1) * (slope - mean[i][w]);
          square[i][w] += (1 - beta2) * (slope * slope - square[i][w]);
          double root = Math.sqrt(square[i][w] * correction) + epsilon;
          weights[i][w] -= rate * mean[i][w] / root;
        }
      }
    }

    @Override
    void judge(int proposals) {
      takeAll(proposals);
    }
  }
}
