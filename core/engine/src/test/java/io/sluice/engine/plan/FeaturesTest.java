package io.sluice.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Features;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.Scaling;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeaturesTest {

  private static final int ROWS = 24;

  private static Dataset data(int inputs) {
    double[][] x = new double[ROWS][inputs];
    double[][] y = new double[ROWS][1];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < inputs; i++) {
        x[row][i] = (row * (i + 3) % 25) / 8.0 - 1.5;
      }
      y[row][0] = row;
    }
    return Dataset.of(x, y);
  }

  private static Task.Fit prepared(int inputs, long seed, Preparation preparation) {
    ProblemSpec problem = new ProblemSpec.Data("rows", data(inputs), preparation);
    StudyBuilder study = new StudyBuilder().seed(seed).problems(problem).validation(0.25);
    return (Task.Fit) Laboratories.with().plan(study.build()).cells().get(0).task();
  }

  private static Task.Fit prepared(int inputs, Features features) {
    return prepared(inputs, 1, Preparation.NONE.with(Optional.of(features)));
  }

  private static double[] inputs(Dataset data, int row) {
    double[] x = new double[data.inputs()];
    Arrays.setAll(x, i -> data.input(row, i));
    return x;
  }

  private static void assertOfOneRow(Task.Fit plain, Task.Fit made) {
    assertThat(made.data().rows()).isEqualTo(plain.data().rows());
    for (int row = 0; row < plain.data().rows(); row++) {
      assertThat(made.data().output(row, 0)).isEqualTo(plain.data().output(row, 0));
      assertThat(made.data().number(row)).isEqualTo(plain.data().number(row));
    }
    assertThat(made.validation().inputs()).isEqualTo(made.network().inputs());
  }

  @Test
  void productsAreAllMonomialsByDegree() {
    Task.Fit plain = prepared(2, 1, Preparation.NONE);
    Task.Fit made = prepared(2, new Features.Products(3));
    assertOfOneRow(plain, made);
    for (int row = 0; row < plain.validation().rows(); row++) {
      double a = plain.validation().input(row, 0);
      double b = plain.validation().input(row, 1);
      assertThat(inputs(made.validation(), row))
          .containsExactly(a, b, a * a, a * b, b * b, a * a * a, a * a * b, a * b * b, b * b * b);
    }
    for (int inputs = 1; inputs < 6; inputs++) {
      for (int degree = 1; degree < 5; degree++) {
        Features.Products products = new Features.Products(degree);
        assertThat(prepared(inputs, products).data().inputs())
            .isEqualTo((int) products.count(inputs));
      }
    }
  }

  /** Products of random waves are about those of the kernel, the better the more there are. */
  @Test
  void randomWavesMakeTheirKernel() {
    double scale = 0.7;
    Task.Fit plain = prepared(2, 1, Preparation.NONE);
    Task.Fit made = prepared(2, new Features.RandomFourier(4096, scale, false));
    assertOfOneRow(plain, made);
    for (int row = 0; row < plain.data().rows(); row++) {
      for (int other = 0; other < plain.validation().rows(); other++) {
        double squares = 0;
        for (int i = 0; i < 2; i++) {
          double apart = plain.data().input(row, i) - plain.validation().input(other, i);
          squares += apart * apart;
        }
        double product = 0;
        for (int i = 0; i < 4096; i++) {
          product += made.data().input(row, i) * made.validation().input(other, i);
        }
        double kernel = Math.exp(-scale * scale * squares / 2);
        assertThat(product).isCloseTo(kernel, within(6 / Math.sqrt(4096)));
      }
    }
  }

  @Test
  void bellsStandAtRowsToTrainWithNoneTwice() {
    Task.Fit plain = prepared(2, 1, Preparation.NONE);
    int rows = plain.data().rows();
    for (int centres : new int[] {1, 7, rows}) {
      Task.Fit made = prepared(2, new Features.Radial(centres, 0.5, false));
      assertOfOneRow(plain, made);
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < centres; i++) {
        for (int row = 0; row < rows; row++) {
          if (made.data().input(row, i) == 1) {
            found.add(row);
          }
        }
      }
      assertThat(found).hasSize(centres).doesNotHaveDuplicates();
      double[] centre = inputs(plain.data(), found.get(0));
      double[] x = inputs(plain.validation(), 0);
      double squares = Math.pow(x[0] - centre[0], 2) + Math.pow(x[1] - centre[1], 2);
      assertThat(made.validation().input(0, 0)).isCloseTo(Math.exp(-2 * squares), within(1e-15));
    }
  }

  @Test
  void inputsMayBeKeptAndAreThoseScaledAndNoisy() {
    Preparation noisy = Preparation.scale(Scaling.STANDARDISE, Scaling.NONE).noise(0.1, 0);
    Task.Fit plain = prepared(3, 1, noisy);
    for (Features features :
        List.of(new Features.RandomFourier(2, 1, true), new Features.Radial(2, 1, true))) {
      Task.Fit made = prepared(3, 1, noisy.with(Optional.of(features)));
      assertThat(made.data().inputs()).isEqualTo(5);
      for (int row = 0; row < plain.data().rows(); row++) {
        assertThat(Arrays.copyOf(inputs(made.data(), row), 3)).isEqualTo(inputs(plain.data(), row));
      }
    }
  }

  @Test
  void whatIsDrawnDependsOnTheSeed() {
    for (Features features :
        List.of(new Features.RandomFourier(3, 1, false), new Features.Radial(3, 1, false))) {
      Preparation preparation = Preparation.NONE.with(Optional.of(features));
      double[] first = inputs(prepared(2, 1, preparation).data(), 0);
      assertThat(inputs(prepared(2, 1, preparation).data(), 0)).isEqualTo(first);
      assertThat(inputs(prepared(2, 2, preparation).data(), 0)).isNotEqualTo(first);
    }
  }

  @Test
  void problemsAreToldApartByTheirFeatures() {
    List<Features> all =
        List.of(
            new Features.Products(2),
            new Features.Products(3),
            new Features.RandomFourier(2, 1, false),
            new Features.RandomFourier(2, 1, true),
            new Features.RandomFourier(2, 2, false),
            new Features.Radial(2, 1, false));
    assertThat(all.stream().map(f -> Preparation.NONE.with(Optional.of(f)).label()))
        .doesNotHaveDuplicates()
        .contains("[features=products(2)]", "[features=radial(2 width=1)]");
  }

  @Test
  void tooManyAreRefused() {
    assertThatThrownBy(() -> prepared(2, new Features.Radial(19, 1, false)))
        .hasMessageContaining("19 centres are more than the 18 rows to train with");
    assertThatThrownBy(() -> prepared(20, new Features.Products(5)))
        .hasMessageContaining("products(5) of 20 inputs are 53129 features, more than 4096");
    assertThatThrownBy(() -> prepared(20, new Features.Products(64)))
        .hasMessageContaining("more than 4096");
    assertThatThrownBy(() -> new Features.RandomFourier(0, 1, false)).hasMessageContaining("count");
    assertThatThrownBy(() -> new Features.Radial(1, 0, false)).hasMessageContaining("width");
  }
}
