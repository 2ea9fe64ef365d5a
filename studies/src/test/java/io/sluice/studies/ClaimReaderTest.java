package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.analysis.claim.Cases;
import io.sluice.analysis.claim.Criterion;
import io.sluice.analysis.claim.Difference;
import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Part;
import io.sluice.analysis.claim.Sample;
import io.sluice.analysis.claim.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimReaderTest {

  private static final String CARD =
      String.join(
          "\n",
          "claim: mine",
          "statement: Sine is better.",
          "studies:",
          "  main:",
          "    problems: [xor, sin3x]",
          "    networks: {hidden: 2}",
          "    activations: [sin, tanh]",
          "    optimizers: adam",
          "    targets: [1e-2]",
          "    measure: {per-decade: 1}",
          "    metrics: [loss, dead]",
          "decide:",
          "  RULE",
          "");

  private static final String RULE =
      "difference: {of: {activation: sin}, against: {activation: tanh}, by: best-loss, lower-by: 1}";

  private static ClaimCard read(String card) {
    return ClaimReader.read(card, "mine.yaml", null);
  }

  private static ClaimCard withRule(String rule) {
    return read(CARD.replace("RULE", rule));
  }

  @Test
  void aShortCardIsRead() {
    ClaimCard card = withRule(RULE);
    assertThat(card.claim().sample()).isEqualTo(Sample.PRESET);
    assertThat(card.claim().decide())
        .contains(
            new Difference(
                new Group("", Map.of("activation", List.of("sin"))),
                new Group("", Map.of("activation", List.of("tanh"))),
                Measure.loss(true),
                new Criterion.AtLeast(-1),
                0.5));
    assertThat(card.studies().get("main").spec().name()).isEqualTo("claim-mine");
    assertThat(card.studies().get("main").spec().repeats()).isEqualTo(50);
  }

  @Test
  void aStudyMayBeOneThatComesAlong() {
    String card = "claim: mine\nstatement: So.\nstudies: {q: quickstart}\ndecide:\n  RULE\n";
    String rule = "bound: {of: {activation: tanh}, by: loss, to: 1}\nsample: {full: 7, quick: 2}";
    ClaimCard read = read(card.replace("RULE", rule));
    assertThat(read.studies().get("q").spec().name()).isEqualTo("quickstart");
    assertThat(read.studies().get("q").spec().repeats()).isEqualTo(7);
  }

  @Test
  void oneRuleForEachConditionIsAsManyCases() {
    ClaimCard card =
        withRule("cases:\n    for-each: {problem: [xor, sin3x], optimizer: adam}\n    " + RULE);
    Cases cases = (Cases) card.claim().decide().orElseThrow();
    assertThat(cases.parts()).extracting(Part::name).containsExactly("xor, adam", "sin3x, adam");
    assertThat(cases.groups().get(0).labels())
        .containsEntry("problem", List.of("xor"))
        .containsEntry("activation", List.of("sin"));
    assertThat(cases.level()).isEqualTo(0.025);
  }

  @Test
  void aGroupKeepsItsOwnLabelUnderACondition() {
    ClaimCard card =
        withRule(
            "all:\n    for-each: {activation: [sin]}\n    difference: {of: {}, against: {activation:"
                + " tanh}, by: {success-at: 0.01}, higher-by: 0.2}");
    assertThat(card.claim().decide().orElseThrow().groups())
        .extracting(group -> group.labels().get("activation"))
        .containsExactly(List.of("sin"), List.of("tanh"));
  }

  @Test
  void historyHasSourcesAndNoRule() {
    String card = "claim: old\nstatement: So it was.\nkind: history\n";
    assertThat(read(card + "literature: [Gauss 1809]\n").claim().kind()).contains(Verdict.HISTORY);
    assertThatThrownBy(() -> read(card))
        .hasMessageContaining("is decided by its \"literature\"; name a source");
    assertThatThrownBy(() -> withRule(RULE + "\nkind: history\nliteratur: x"))
        .hasMessageContaining("unknown key \"literatur\" (did you mean \"literature\"?)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "differenc: {of: {}} | mine.yaml:13:3: unknown key \"differenc\" (did you mean"
            + " \"difference\"?)",
        "difference: {of: {activation: sin}, against: {activation: tanh}, by: best-loss}"
            + " | \"lower-by\" or \"higher-by\" or",
        "difference: {of: {activaton: sin}, against: {activation: tanh}, by: loss, lower-by: 1}"
            + " | mine.yaml:13:32: there is no factor \"activaton\" (did you mean \"activation\"?)",
        "difference: {of: {activation: sin}, against: {activation: tanh}, by: los, lower-by: 1}"
            + " | \"by\" must be best-loss, loss",
        "difference: {of: {activation: sin}, against: {activation: sin}, by: loss, lower-by: 1}"
            + " | both groups are sin",
        "difference: {of: {activation: sin}, against: {activation: tanh}, by: loss, lower-by: 0}"
            + " | \"lower-by\" must be a number above 0",
        "difference: {of: {}, against: {activation: sin}, by: {success-at: 0.1}, lower-by: 1}"
            + " | shares of trials never differ by 1 or more",
        "share: {of: {activation: sin}, reaching: 0.5, at-least: 0.5}"
            + " | mine.yaml:13:44: loss 0.5 is none of the targets of the study, 0.01",
        "share: {of: {activation: sin}, reaching: 0.01, at-least: 1.5} | a share between 0 and 1",
        "bound: {of: {study: other}, by: loss, to: 1}"
            + " | mine.yaml:13:23: the claim has no study \"other\"; there are main",
        "bound: {of: {}, by: {metric: accuracy}, to: 1}"
            + " | mine.yaml:13:32: accuracy is none of the metrics of the study, loss, dead",
        "bound: {of: {}, by: {metric: dead}, to: 1}"
            + " | dead is measured layer by layer; name one, such as dead-1",
        "bound: {of: {}, by: {metric: daed}, to: 1}"
            + " | there is no metric \"daed\" (did you mean \"dead\"?)",
        "bound: {of: {}, by: loss} | nothing is bounded by −∞ and ∞",
        "cases: [{bound: {of: {}, by: loss, to: 1}}] | a case needs \"when\"",
        "cases: [{called: a, bound: {of: {}, by: loss, to: 1}}] | cases are two at least",
        "slope: {of: {}, over: network, at: {a: 4}, by: loss, rising-by: 1}"
            + " | a slope is over two different numbers above 0 at least",
        "order: {lowest-first: [{activation: sin}], by: loss, apart: 1}"
            + " | an order is of two groups at least",
        "explained: {factor: activation, more-than: activation, by: loss, at-least: 0.1}"
            + " | one factor, or two together, explain more than others"
      })
  void mistakesInRulesAreToldWithTheirPlace(String rule, String message) {
    assertThatThrownBy(() -> withRule(rule))
        .isInstanceOf(StudyFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void mistakesInStudiesAreToldWhereTheyStandInTheCard() {
    assertThatThrownBy(() -> read(CARD.replace("RULE", RULE).replace("targets:", "tragets:")))
        .hasMessageContaining("mine.yaml:9:5: unknown key \"tragets\" (did you mean \"targets\"?)");
    assertThatThrownBy(
            () -> read(CARD.replace("RULE", RULE).replace("targets: [1e-2]", "repeats: 5")))
        .hasMessageContaining(
            "mine.yaml:9:14: how many repeats a claim is run with is said once, under \"sample\"");
    assertThatThrownBy(() -> read(CARD.replace("RULE", RULE + "\nsample: {full: 5, quick: 6}")))
        .hasMessageContaining("no more quick ones than all, not with 5 and 6");
    assertThatThrownBy(() -> read("claim: mine\nstatement: So.\ndecide: {" + RULE + "}\n"))
        .hasMessageContaining("\"studies\" is missing");
    assertThatThrownBy(() -> read("claim: mine\nstatement: So.\n"))
        .hasMessageContaining("a claim needs a rule under \"decide\", or a \"kind\"");
    assertThatThrownBy(() -> read("claim: mine\nstatement: So.\nexpectation: suported\n"))
        .hasMessageContaining("(did you mean \"supported\"?)");
  }

  @Test
  void controlsHaveARuleAndSayHowItMustComeOut() {
    String control =
        "\ncontrols:\n  - {control: a, must: MUST, bound: {of: {}, by: loss, to: 1}}\n";
    assertThat(withRule(RULE + control.replace("MUST", "fail")).claim().controls())
        .singleElement()
        .satisfies(one -> assertThat(one.mustHold()).isFalse());
    assertThatThrownBy(() -> withRule(RULE + control.replace("MUST", "fial")))
        .hasMessageContaining("\"must\" must be hold or fail, not \"fial\"");
    assertThatThrownBy(() -> withRule(RULE + "\ncontrols: [{control: a, must: hold}]"))
        .hasMessageContaining("a rule is missing: one of difference, equivalence");
  }
}
