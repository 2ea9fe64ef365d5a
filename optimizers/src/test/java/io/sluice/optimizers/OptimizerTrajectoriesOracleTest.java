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
 * README tells. What of theirs is what of ours says {@code mapping.json} there, and why some are
 * not compared {@code left-out.json}.
 */
class OptimizerTrajectoriesOracleTest {

  static Stream<Trajectory> trajectories() throws IOException {
    return Trajectory.all().stream().filter(Trajectory::isReference).filter(Trajectory::isKnown);
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void mappedOptimizersGoTheWayOfTheLibraries(Trajectory theirs) throws IOException {
    for (LibraryMapping.Ours ours : theirs.ours(Trajectory.mapping())) {
      assertThat(theirs.differences(ours)).as("%s as %s", theirs, ours).isEmpty();
    }
  }

  @Test
  void everyRuleIsInTheMappingOrSaysWhyNot() throws IOException {
    Set<String> mapped = Trajectory.mapping().ids();
    List<String> alone = new ArrayList<>();
    BuiltIns.rules()
        .filter(rule -> !mapped.contains(rule.id()))
        .filter(
            rule -> rule.description().notes().stream().noneMatch(note -> note.contains("No run")))
        .forEach(rule -> alone.add(rule.id()));
    assertThat(alone).isEmpty();
  }

  @Test
  void whatIsNotComparedSaysWhy() throws IOException {
    LibraryMapping mapping = Trajectory.mapping();
    Map<String, Integer> objectives = new TreeMap<>();
    Set<String> compared = new TreeSet<>();
    Set<String> silent = new TreeSet<>();
    for (Trajectory each : Trajectory.all()) {
      if (!each.isReference()) {
        continue;
      }
      if (!each.isKnown()) {
        objectives.merge(each.objective(), 1, Integer::sum);
      } else if (!each.ours(mapping).isEmpty()) {
        compared.add(each.name());
      } else if (mapping.reason(each.name()).isEmpty()) {
        silent.add(each.name());
      }
    }
    System.out.println("compared: " + compared.size() + " optimizers of libraries");
    System.out.println("left out, or in part: " + mapping.leftOut());
    System.out.println("objectives not known: " + objectives);
    assertThat(compared).isNotEmpty();
    assertThat(silent).isEmpty();
  }

  @Test
  void noReasonIsGivenForWhatIsCompared() throws IOException {
    LibraryMapping mapping = Trajectory.mapping();
    Set<String> needed = new TreeSet<>();
    for (Trajectory each : Trajectory.all()) {
      List<LibraryMapping.Ours> ours = each.ours(mapping);
      boolean isCut = ours.stream().anyMatch(one -> one.own().containsKey("@until"));
      if (each.isReference() && (isCut || ours.isEmpty() && !mapping.has(each.name()))) {
        needed.add(each.name());
      }
    }
    if (System.getProperty("sluice.oracle") == null) {
      assertThat(mapping.leftOut()).isEqualTo(needed);
    }
  }

  @Test
  void runsThatAreNoReferenceAreExplainedWithTheOptimizer() throws IOException {
    LibraryMapping mapping = Trajectory.mapping();
    Set<String> silent = new TreeSet<>();
    for (Trajectory each : Trajectory.all()) {
      if (each.isReference() || mapping.reason(each.name()).isPresent()) {
        continue;
      }
      Set<String> ids = mapping.ids(each.name());
      boolean explained =
          BuiltIns.optimizers().stream()
              .filter(optimizer -> ids.contains(optimizer.id()))
              .flatMap(optimizer -> optimizer.description().notes().stream())
              .anyMatch(note -> note.contains("not to be matched"));
      if (!explained) {
        silent.add(each.name());
      }
    }
    assertThat(silent).isEmpty();
  }
}
