package io.sluice.optimizers.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.optimizers.BoxSpace;
import io.sluice.optimizers.Settings;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passes over all members beside one member after the other. */
class AllAtOnceDifferentialTest {

  private static final int GENERATIONS = 40;
  private static final double SHARE = 0.3;

  @ParameterizedTest
  @CsvSource({
    "4, 1, 0.5, 0.9, CLIP",
    "4, 3, 2, 0, NONE",
    "5, 2, 0.5, 1, REFLECT",
    "7, 4, 1.7, 0.5, WRAP",
    "23, 5, 0.9, 0.3, CLIP",
    "50, 4, 0.5, 0.9, CLIP",
    "50, 4, 0.5, 0.9, REFLECT_FLIP",
    "60, 600, 0.5, 0.9, SIGN_FLIP"
  })
  void candidatesAreThoseOfMemberAfterMember(
      int members, int coordinates, double weight, double crossover, WeightPolicy policy) {
    Settings presets = PlainDifferential.settings();
    Map<String, Double> values = new HashMap<>();
    presets.all().forEach(preset -> values.put(preset.name(), preset.value()));
    values.putAll(
        Map.of("population-size", (double) members, "weight", weight, "crossover", crossover));
    Settings set = presets.with(values);
    for (Mutation mutation : Mutation.values()) {
      BoxSpace space = BoxSpace.cube(coordinates, -1, 3, policy);
      PopulationState passes =
          PlainDifferential.start(
              optimizer(set, mutation), set, mutation, SHARE, space, new RandomStream(17));
      PopulationState single =
          new PlainDifferential(set, mutation, SHARE, space, new RandomStream(17));
      assertThat(passes).isInstanceOf(AllAtOnceDifferential.class);
      for (int generation = 0; generation < GENERATIONS; generation++) {
        double[] of = tell(passes, coordinates, members, generation);
        assertThat(of).isEqualTo(tell(single, coordinates, members, generation));
      }
    }
  }

  private static PopulationOptimizer optimizer(Settings set, Mutation mutation) {
    switch (mutation) {
      case RANDOM:
        return new DifferentialEvolution(set);
      case BEST:
        return new DifferentialEvolutionBest(set);
      default:
        return new DifferentialEvolutionPbest(set);
    }
  }

  /** Has a generation asked and told losses among which are equal and infinite ones. */
  private static double[] tell(
      PopulationState state, int coordinates, int members, int generation) {
    BlockLayout layout = new BlockLayout(coordinates, members + 2, 0);
    double[] block = layout.newBlock();
    assertThat(state.ask(new Candidates(layout, block, 1, members))).isEqualTo(members);
    double[] losses = new double[members + 3];
    for (int member = 0; member < members; member++) {
      double sum = 0;
      for (int c = 0; c < coordinates; c++) {
        sum += Math.abs(block[layout.row(c) + 1 + member]);
      }
      boolean fails = (member + generation) % 5 == 0;
      losses[3 + member] = fails ? Double.POSITIVE_INFINITY : Math.floor(8 * sum);
    }
    state.tell(losses, 3);
    return block;
  }
}
