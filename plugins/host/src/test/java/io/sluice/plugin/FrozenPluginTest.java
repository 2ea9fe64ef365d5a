package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Components;
import io.sluice.spi.Activation;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Candidates;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrainableActivation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar compiled when 0.1 was made, never since: it must load and compute as it did. */
class FrozenPluginTest {

  @TempDir private Path temporary;
  private Components components;

  @BeforeEach
  void load() throws IOException {
    PluginFolder folder = new PluginFolder(temporary);
    try (InputStream jar = FrozenPluginTest.class.getResourceAsStream("frozen-0.1.jar")) {
      Files.copy(jar, folder.own("frozen-0.1.jar"));
    }
    components = folder.load();
  }

  @Test
  void everythingInItIsInUse() {
    assertThat(components.report().rejected()).isEmpty();
    assertThat(components.report().loaded().get(0).components())
        .containsExactly(
            "activation frozen-ramp",
            "activation frozen-tanh",
            "optimizer frozen-momentum",
            "optimizer frozen-search");
  }

  @Test
  void itsDescriptionIsUnderstood() {
    Activation ramp = components.activations().find("old-ramp").orElseThrow().component();
    assertThat(ramp.description().formula()).isEqualTo("x if x > 0 else below * x");
    assertThat(ramp.description().notes()).containsExactly("Kept as it was.");
    assertThat(ramp.description().sourceRead()).isFalse();
  }

  @Test
  void itsActivationsCompute() {
    Activation tanh = components.activations().find("frozen-tanh").orElseThrow().component();
    double[] x = {0, 0.5, -1};
    double[] y = new double[3];
    double[] slope = new double[3];
    tanh.valuesAndSlopes(x, y, slope, 0, 3);
    assertThat(y[1]).isEqualTo(0.46211715726000973);
    tanh.values(x, y, 0, 3);
    assertThat(y[0]).isZero();
    assertThat(slope[0]).isEqualTo(1);
    assertThat(tanh.range().isBounded()).isTrue();
    assertThat(tanh.kinks()).isEmpty();
  }

  @Test
  void itsTrainedParameterIsTrained() {
    Activation ramp = components.activations().find("frozen-ramp").orElseThrow().component();
    assertThat(ramp.with(Map.of("below", 0.5)).value(-2)).isEqualTo(-1);
    TrainableActivation trained = (TrainableActivation) ramp;
    double[] y = new double[2];
    double[] slope = new double[2];
    double[][] by = new double[1][2];
    double[][] parameters = {{0.5, 0.75}};
    trained.valuesAndSlopes(new double[] {-2, -4}, parameters, y, slope, by, 0, 2);
    assertThat(y).containsExactly(-1, -3);
    assertThat(slope).containsExactly(0.5, 0.75);
    assertThat(by[0]).containsExactly(-2, -4);
    assertThat(trained.sharing()).isEqualTo(TrainableActivation.Sharing.LAYER);
  }

  @Test
  void itsGradientOptimizerDescends() {
    GradientOptimizer momentum =
        (GradientOptimizer)
            components.optimizers().find("frozen-momentum").orElseThrow().component();
    BlockLayout layout = new BlockLayout(1, 2, 0);
    GradientState state = momentum.start(new Memory(layout));
    double[] gradients = {1, 2};
    state.update(1, 2, new double[2], gradients);
    assertThat(gradients).containsExactly(-0.5, -1);
    state.flip(0, 1);
    gradients = new double[] {0, 0};
    state.update(2, 2, new double[2], gradients);
    assertThat(gradients).containsExactly(-0.25, 0.5);
  }

  @Test
  void itsPopulationOptimizerAsksAndIsTold() {
    PopulationOptimizer search =
        (PopulationOptimizer)
            components.optimizers().find("frozen-search").orElseThrow().component();
    PopulationState state = search.start(new Box(), new RandomStream(7));
    BlockLayout layout = new BlockLayout(2, search.populationSize(), 0);
    double[] losses = new double[search.populationSize()];
    double first = Double.NaN;
    for (int generation = 0; generation < 50; generation++) {
      double[] block = layout.newBlock();
      int asked = state.ask(new Candidates(layout, block, 0, losses.length));
      assertThat(asked).isEqualTo(losses.length);
      for (int member = 0; member < asked; member++) {
        losses[member] = Math.hypot(block[member], block[layout.row(1) + member]);
      }
      first = generation == 0 ? losses[0] : first;
      state.tell(losses, 0);
    }
    assertThat(losses[0]).isLessThan(first);
  }

  private record Memory(BlockLayout layout) implements LaneMemory {
    @Override
    public double[] block() {
      return layout.newBlock();
    }

    @Override
    public double[] perLane() {
      return new double[layout.stride()];
    }

    @Override
    public double[] hyperparameter(String name) {
      return new double[] {0.5, 0.5};
    }
  }

  private record Box() implements SearchSpace {
    @Override
    public int parameters() {
      return 2;
    }

    @Override
    public double lower(int parameter) {
      return -9;
    }

    @Override
    public double upper(int parameter) {
      return 9;
    }

    @Override
    public double keep(int parameter, int member, double value, FirstMoment moment) {
      return Math.max(-9, Math.min(9, value));
    }
  }
}
