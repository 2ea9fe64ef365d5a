package io.sluice.engine.plan;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Features;
import io.sluice.engine.text.NumberText;
import io.sluice.math.Exponential;
import io.sluice.math.Trigonometric;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The functions that give the features of a row, drawn once for all cells of a study.
 *
 * @param functions of the inputs of a row
 */
record FeatureMap(List<ToDoubleFunction<double[]>> functions) {

  /**
   * Chooses the functions.
   *
   * @param training the rows to train with
   * @param key decides what is drawn
   * @throws IllegalArgumentException if there would be too many, or too few rows
   */
  static FeatureMap of(Features features, Dataset training, long key) {
    double count = features.count(training.inputs());
    if (count > Features.MOST) {
      throw new IllegalArgumentException(
          features.label()
              + " of "
              + training.inputs()
              + " inputs are "
              + NumberText.of(count)
              + " features, more than "
              + Features.MOST);
    }
    List<ToDoubleFunction<double[]>> functions = new ArrayList<>();
    RandomStream random = new RandomStream(key);
    if (features instanceof Features.RandomFourier) {
      Features.RandomFourier waves = (Features.RandomFourier) features;
      addInputs(waves.keepsInputs(), training.inputs(), functions);
      for (int wave = 0; wave < waves.count(); wave++) {
        functions.add(wave(waves, training.inputs(), random));
      }
    } else if (features instanceof Features.Radial) {
      Features.Radial bells = (Features.Radial) features;
      addInputs(bells.keepsInputs(), training.inputs(), functions);
      for (double[] centre : centres(bells.centres(), training, random)) {
        double width = bells.width();
        functions.add(x -> bell(x, centre, width));
      }
    } else {
      for (int degree = 1; degree <= ((Features.Products) features).degree(); degree++) {
        addProducts(new int[degree], 0, 0, training.inputs(), functions);
      }
    }
    return new FeatureMap(functions);
  }

  private static void addInputs(
      boolean wanted, int inputs, List<ToDoubleFunction<double[]>> functions) {
    for (int input = 0; wanted && input < inputs; input++) {
      int column = input;
      functions.add(x -> x[column]);
    }
  }

  private static ToDoubleFunction<double[]> wave(
      Features.RandomFourier waves, int inputs, RandomStream random) {
    double[] frequencies = new double[inputs];
    for (int input = 0; input < inputs; input++) {
      frequencies[input] = waves.scale() * random.nextGaussian();
    }
    double phase = random.nextDouble(0, 2 * Math.PI);
    double height = Math.sqrt(2.0 / waves.count());
    return x -> {
      double angle = phase;
      for (int input = 0; input < inputs; input++) {
        angle += frequencies[input] * x[input];
      }
      return height * Trigonometric.cos(angle);
    };
  }

  private static double bell(double[] x, double[] centre, double width) {
    double squares = 0;
    for (int input = 0; input < x.length; input++) {
      double share = (x[input] - centre[input]) / width;
      squares += share * share;
    }
    return Exponential.exp(-squares / 2);
  }

  /** The first of the rows in a drawn order. */
  private static List<double[]> centres(int count, Dataset training, RandomStream random) {
    if (count > training.rows()) {
      throw new IllegalArgumentException(
          count + " centres are more than the " + training.rows() + " rows to train with");
    }
    return Arrays.stream(random.nextOrder(training.rows(), count))
        .mapToObj(row -> row(training, row))
        .toList();
  }

  private static void addProducts(
      int[] factors, int set, int from, int inputs, List<ToDoubleFunction<double[]>> functions) {
    if (set == factors.length) {
      int[] product = factors.clone();
      functions.add(
          x -> {
            double value = x[product[0]];
            for (int i = 1; i < product.length; i++) {
              value *= x[product[i]];
            }
            return value;
          });
      return;
    }
    for (int input = from; input < inputs; input++) {
      factors[set] = input;
      addProducts(factors, set + 1, input, inputs, functions);
    }
  }

  private static double[] row(Dataset data, int row) {
    double[] x = new double[data.inputs()];
    for (int input = 0; input < x.length; input++) {
      x[input] = data.input(row, input);
    }
    return x;
  }

  /** The rows with their features in place of their inputs. */
  Dataset of(Dataset data) {
    double[][] rows = new double[data.rows()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row(data, row);
    }
    return data.withInputs(
        functions.size(), (row, column) -> functions.get(column).applyAsDouble(rows[row]));
  }
}
