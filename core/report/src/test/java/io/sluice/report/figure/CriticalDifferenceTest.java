package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.report.figure.CriticalDifference.Contender;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CriticalDifferenceTest {

  private static final List<Contender> FIVE =
      List.of(
          new Contender("d", 3.9),
          new Contender("a", 1.9),
          new Contender("b", 2.4),
          new Contender("c", 2.6),
          new Contender("e", 4.2));

  @Test
  void groupsAreAsLargeAsTheyMayBeAndNoneIsInsideAnother() {
    assertThat(CriticalDifference.of("ranks", "c", FIVE, 0.75).groups())
        .containsExactly(List.of("a", "b", "c"), List.of("d", "e"));
    assertThat(CriticalDifference.of("ranks", "c", FIVE, 1.55).groups())
        .containsExactly(List.of("a", "b", "c"), List.of("b", "c", "d"), List.of("d", "e"))
        .doesNotContain(List.of("c", "d"));
    assertThat(CriticalDifference.of("ranks", "c", FIVE, 1.65).groups())
        .containsExactly(List.of("a", "b", "c"), List.of("b", "c", "d"), List.of("c", "d", "e"));
    assertThat(CriticalDifference.of("ranks", "c", FIVE, 0.1).groups()).isEmpty();
    assertThat(CriticalDifference.of("ranks", "c", FIVE, 9).groups()).hasSize(1);
    assertThat(CriticalDifference.of("ranks", "c", FIVE, Double.NaN).groups()).isEmpty();
  }

  @Test
  void theBestIsNamedAtTheLeftAndBarsAreBelowEachOtherWhereTheyOverlap() {
    String svg = CriticalDifference.of("ranks", "c", FIVE, 1.55).figure().svg();
    assertThat(svg)
        .contains(">a 1.9</text>", "critical difference 1.55")
        .containsSubsequence("<title>a 1.9", "<title>b 2.4", "<title>c 2.6", "<title>e 4.2");
    List<String> heights =
        Pattern.compile("class=\"clique\" d=\"M[\\d.]+ ([\\d.]+)L")
            .matcher(svg)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(heights).hasSize(3).containsExactly("76", "85", "76");
  }

  @Test
  void ofManyTheFirstAndTheLastAreNamedAndTheOthersCounted() {
    String svg = Samples.criticalDifference(57, 5).figure().svg();
    assertThat(svg).contains("and 37 between them, ranks ");
    assertThat(Samples.criticalDifference(20, 5).figure().svg()).doesNotContain("between them");
    assertThat(Samples.criticalDifference(21, 5).figure().svg()).contains("and 1 between them");
    assertThat(Samples.criticalDifference(57, 5).figure().data().rows()).hasSize(57);
  }

  @Test
  void withoutOneDifferenceThereIsNoRuler() {
    assertThat(Samples.criticalDifference(5, Double.NaN).figure().svg())
        .doesNotContain("critical difference")
        .contains("All can be told apart.");
  }
}
