package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Laboratory;
import io.sluice.spi.Outcome;
import io.sluice.studies.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of a trial on the way is where a trial of as many steps ends. */
class WatchedTrialsTest {

  private static final Laboratory LABORATORY = BuiltIns.laboratory();
  private static final Set<Long> LOOKS = new TreeSet<>(Set.of(1L, 2L, 3L, 7L, 20L));

  private static final String NETWORK =
      "networks=[{hidden: [3]}]|activations=[silu]|initial-weights={uniform: 1}";

  private static List<Trace.Point> points(
      String optimizer, String problem, String further, Set<Long> looks) {
    Trace trace =
        new Trace(optimizer, Map.of(), problem, Optional.empty(), List.of(further.split("\\|")));
    long last = looks.stream().mapToLong(Long::longValue).max().orElseThrow();
    return Trace.points(
        LABORATORY, LABORATORY.plan(trace.study(LABORATORY, last, Path.of("")).spec()), looks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "adam; rosenbrock; seed=3",
        "momentum; xor; " + NETWORK,
        "adam; xor; batches=[{size: 3}]|" + NETWORK,
        "cma-es; rosenbrock; seed=3",
        "random-search; xor; " + NETWORK,
        "lbfgs; rosenbrock; seed=3",
        "gradient-descent-armijo; xor; " + NETWORK,
        "polyak-sgd; xor; batches=[{size: 3}]|" + NETWORK,
      })
  void looksOnTheWayAreEndsOfShorterTrials(String optimizer, String problem, String further) {
    List<Trace.Point> watched = points(optimizer, problem, further, LOOKS);
    assertThat(watched).extracting(Trace.Point::step).containsExactlyElementsOf(LOOKS);
    for (Trace.Point look : watched) {
      List<Trace.Point> alone = points(optimizer, problem, further, Set.of(look.step()));
      assertThat(alone).hasSize(1);
      assertThat(look.at()).as("step %s", look.step()).containsExactly(alone.get(0).at());
      assertThat(look.loss()).as("step %s", look.step()).isEqualTo(alone.get(0).loss());
      assertThat(look.cost())
          .as("step %s", look.step())
          .isGreaterThanOrEqualTo(alone.get(0).cost());
    }
    List<Trace.Point> unseen = points(optimizer, problem, further, Set.of(20L));
    assertThat(watched.get(4).cost()).isEqualTo(unseen.get(0).cost());
  }

  @Test
  void theEndIsTheLastPointWhereverItIs() {
    Set<Long> all = new TreeSet<>(LongStream.rangeClosed(1, 5000).boxed().toList());
    List<Trace.Point> stopped = points("levenberg-marquardt", "sphere", "seed=1", all);
    assertThat(stopped)
        .hasSizeBetween(2, 200)
        .extracting(Trace.Point::step)
        .doesNotHaveDuplicates();
    List<Trace.Point> diverged =
        points("sgd", "rosenbrock", "seed=1|optimizers[0].learning-rate=1e100", all);
    assertThat(diverged).extracting(Trace.Point::outcome).endsWith(Outcome.DIVERGED);
    assertThat(diverged).hasSizeLessThan(10);
  }
}
