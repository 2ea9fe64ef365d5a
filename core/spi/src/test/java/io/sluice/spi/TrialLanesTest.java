package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialLanesTest {

  private record Still(double rate) implements PopulationOptimizer {
    @Override
    public String id() {
      return "still";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("rate", rate, Interval.POSITIVE, "of nothing"));
    }

    @Override
    public int populationSize() {
      return 2;
    }

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      throw new UnsupportedOperationException();
    }
  }

  private record Box(double lower) implements SearchSpace {
    @Override
    public int parameters() {
      return 2;
    }

    @Override
    public double lower(int parameter) {
      return lower + parameter;
    }

    @Override
    public double upper(int parameter) {
      return lower + 10;
    }

    @Override
    public double keep(int parameter, int member, double value, FirstMoment moment) {
      return value;
    }
  }

  private static RandomLanes random(int lanes) {
    return new RandomLanes(LongStream.range(0, lanes).mapToObj(RandomStream::new).toList());
  }

  private static TrialLanes lanes() {
    return new TrialLanes(
        List.of(new Still(1), new Still(2), new Still(3)),
        List.of(new Box(0), new Box(100), new Box(200)),
        List.of(new RandomStream(0), new RandomStream(1), new RandomStream(2)));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0, 1", "3, 5, 0, 1", "16, 25, 7, 8", "2, 128, 64, 1", "5, 129, 3, 2"})
  void numbersAheadAreThoseOfEachStream(int lanes, int rows, int first, int step) {
    RandomLanes random = random(lanes);
    random.of(lanes - 1).nextDouble();
    double[] target = new double[rows * lanes + 1];
    for (int round = 0; round < 3; round++) {
      random.peek(target, rows, first, step);
      assertThat(target[rows * lanes]).isZero();
      for (int lane = 0; lane < lanes; lane++) {
        int drawn = (lane == lanes - 1 ? 1 : 0) + 300 * round;
        for (int row = 0; row < rows; row++) {
          long number = RandomStream.numberOf(lane, drawn + first + row * step + 1);
          assertThat(target[row * lanes + lane]).isEqualTo((number >>> 11) * 0x1.0p-53);
        }
      }
      random.skip(300);
    }
  }

  @Test
  void lastLaneTakesThePlaceOfTheOneThatIsOver() {
    TrialLanes lanes = lanes();
    double[] rows = lanes.rows(2);
    for (int i = 0; i < 6; i++) {
      rows[i] = i;
    }
    double[][] blocks = lanes.rows(1, 2);
    System.arraycopy(rows, 0, blocks[0], 0, 6);
    double[] rates = lanes.hyperparameter("rate", 2);
    assertThat(rates).containsExactly(1, 2, 3, 1, 2, 3);
    assertThat(lanes.lower()).containsExactly(0, 100, 200, 1, 101, 201);

    lanes.remove(0);
    assertThat(lanes.lanes()).isEqualTo(2);
    assertThat(rows).startsWith(2, 1, 5, 4);
    assertThat(blocks[0]).startsWith(2, 1, 5, 4);
    assertThat(rates).startsWith(3, 2, 3, 2);
    assertThat(lanes.lower()).startsWith(200, 100, 201, 101);
    assertThat(lanes.upper()).startsWith(210, 110, 210, 110);
    assertThat(lanes.space(0).lower(0)).isEqualTo(200);
    assertThat(lanes.random().of(0).nextLong()).isEqualTo(RandomStream.numberOf(2, 1));

    lanes.remove(1);
    assertThat(rows).startsWith(2, 5);
    assertThat(rates).startsWith(3, 3);
    lanes.remove(0);
    assertThat(lanes.lanes()).isZero();
  }

  @Test
  void numbersAheadFollowTheirLane() {
    RandomLanes random = random(3);
    double[] target = new double[6];
    random.peek(target, 2, 0, 1);
    double[] before = target.clone();
    TrialLanes lanes = lanes();
    lanes.random().peek(target, 2, 0, 1);
    assertThat(target).isEqualTo(before);
    lanes.remove(0);
    lanes.random().peek(target, 2, 0, 1);
    assertThat(target).startsWith(before[2], before[1], before[5], before[4]);
  }

  @Test
  void rowsAreSpreadOneBelowTheOther() {
    TrialLanes lanes = lanes();
    double[] target = new double[10];
    lanes.spread(new double[] {0, 1, 2, 3, 4}, 1, target, 3);
    assertThat(target).containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3, 0);
  }

  @Test
  void refusesNothingAndListsOfOtherLengths() {
    assertThatThrownBy(() -> new TrialLanes(List.of(), List.of(), List.of()))
        .hasMessageContaining("at least 1 of each, not 0, 0 and 0");
    assertThatThrownBy(() -> new TrialLanes(List.of(new Still(1)), List.of(new Box(0)), List.of()))
        .hasMessageContaining("not 1, 1 and 0");
    assertThatThrownBy(() -> lanes().hyperparameter("speed", 1))
        .hasMessage("still declares no hyper-parameter \"speed\"");
  }
}
