package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Optimizers go the way on which PyTorch, optax, Keras and pytorch_optimizer go, step by step. The
 * folder is that of {@code -Dsluice.oracle=DIR}, preset: this module's fixture, whose origin its
 * README tells. What of theirs is what of ours says {@code mapping.json} there.
 */
class OptimizerTrajectoriesOracleTest {

  static Stream<Trajectory> trajectories() throws IOException {
    return Trajectory.all().stream().filter(Trajectory::isReference).filter(Trajectory::isKnown);
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void mappedOptimizersGoTheWayOfTheLibraries(Trajectory theirs) throws IOException {
    for (Trajectory.Ours ours : theirs.ours()) {
      assertThat(theirs.differences(ours)).as("%s as %s", theirs, ours).isEmpty();
    }
  }

  @Test
  void everyRuleIsInTheMappingOrSaysWhyNot() throws IOException {
    Set<String> mapped = Trajectory.mappedIds();
    List<String> alone = new ArrayList<>();
    BuiltIns.rules()
        .filter(rule -> !mapped.contains(rule.id()))
        .filter(
            rule -> rule.description().notes().stream().noneMatch(note -> note.contains("No run")))
        .forEach(rule -> alone.add(rule.id()));
    assertThat(alone).isEmpty();
  }

  @Test
  void rowsOfOptimizersOrObjectivesThatAreNotMappedAreCountedByName() throws IOException {
    Map<String, Integer> left = new TreeMap<>();
    Map<String, Integer> objectives = new TreeMap<>();
    Set<String> known = new TreeSet<>();
    for (Trajectory each : Trajectory.all()) {
      if (each.isReference()) {
        if (!each.isKnown()) {
          objectives.merge(each.objective(), 1, Integer::sum);
        } else if (each.ours().isEmpty()) {
          left.merge(each.name(), 1, Integer::sum);
        } else {
          known.add(each.name());
        }
      }
    }
    System.out.println("mapped: " + known.size() + ", not mapped: " + left.size() + " " + left);
    System.out.println("objectives not known: " + objectives);
    assertThat(known).isNotEmpty();
  }
}
