package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Control;
import io.sluice.analysis.claim.Evidence;
import io.sluice.analysis.claim.Judgement;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Verdict;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedClaimsTest {

  static List<String> empirical() {
    return ShippedClaims.ids().stream()
        .filter(id -> ShippedClaims.read(id).claim().kind().isEmpty())
        .toList();
  }

  @Test
  void allFilesAreListedAndNamedLikeTheirClaim() throws IOException, URISyntaxException {
    Path folder = Path.of(ShippedClaims.class.getResource("claims/index").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(
              ShippedClaims.ids().stream().map(id -> id + ".yaml").toList());
    }
    assertThat(ShippedClaims.ids())
        .allSatisfy(
            id -> {
              ClaimCard card = ShippedClaims.read(id);
              assertThat(card.claim().id()).isEqualTo(id);
              assertThat(card.claim().statement()).endsWith(".");
              assertThat(card.claim().expectation()).isPresent();
              assertThat(card.claim().saidBy()).isNotBlank();
            });
    assertThat(empirical()).hasSizeGreaterThanOrEqualTo(18);
  }

  /** No card is bound to win. */
  @ParameterizedTest
  @MethodSource("empirical")
  void madeUpRowsForAndAgainstAClaimYieldTheOppositeVerdicts(String id) {
    ClaimCard card = ShippedClaims.read(id);
    for (Verdict wanted : List.of(Verdict.SUPPORTED, Verdict.REFUTED)) {
      Judgement judgement = card.claim().judge(new MadeRows(card).saying(wanted)).orElseThrow();
      assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(wanted);
      assertThat(judgement.controls())
          .filteredOn(checked -> !checked.control().mustHold())
          .allMatch(checked -> checked.finding().verdict() == Verdict.REFUTED);
    }
  }

  /** Where it does not fail, nothing is decided, however clear the rule is. */
  @ParameterizedTest
  @MethodSource("withSomethingThatMustFail")
  void aControlThatMustFailAndHoldsLeavesAClaimUndecided(String id) {
    Claim claim = ShippedClaims.read(id).claim();
    Evidence evidence = new MadeRows(ShippedClaims.read(id)).saying(Verdict.SUPPORTED);
    List<Control> turned =
        claim.controls().stream()
            .map(one -> one.mustHold() ? one : new Control(one.name(), true, one.rule()))
            .toList();
    Rule rule = claim.decide().orElseThrow();
    assertThat(Judgement.of(rule, turned, evidence).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @ParameterizedTest
  @MethodSource("empirical")
  void everyCardHasAControlThatMustComeOutOneWay(String id) {
    assertThat(ShippedClaims.read(id).claim().controls()).isNotEmpty();
  }

  static List<String> withSomethingThatMustFail() {
    return empirical().stream()
        .filter(
            id ->
                ShippedClaims.read(id).claim().controls().stream()
                    .anyMatch(control -> !control.mustHold()))
        .toList();
  }

  @Test
  void forMostCardsSomethingMustFail() {
    assertThat(withSomethingThatMustFail()).hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void unknownIdsAreRefusedWithTheNearest() {
    assertThat(ShippedClaims.contains("b12")).isFalse();
    assertThatThrownBy(() -> ShippedClaims.read("b12"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no claim \"b12\" comes along");
  }
}
