package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PackFormatException;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackFileTest {

  private static final String HEAD = "pack: mine\nversion: 1.0.0\nactivations:\n";

  private static Pack read(String text) {
    return new PackFile().read(text, "mine.yaml");
  }

  private static FormulaActivation one(String entry) {
    return (FormulaActivation) read(HEAD + entry).entries().get(0).component();
  }

  /** The complaints about a text. */
  private static List<String> complaints(String text) {
    try {
      read(text);
      return List.of();
    } catch (PackFormatException wrong) {
      return wrong.complaints().stream().map(Object::toString).toList();
    }
  }

  @Test
  void everythingThatCanBeSaidIsRead() {
    FormulaActivation activation =
        one(
            String.join(
                "\n",
                "  - id: tanh-lift",
                "    aliases: [lift, tanh-raise]",
                "    summary: Lifts x by a tanh",
                "    formula: x * tanh(a * x) + lift_off * max(x, -b)",
                "    set:",
                "      a: 1.5",
                "      lift-off: {preset: 0, range: [-1, 1], doc: how steep it is beyond}",
                "      b: {preset: 2, kind: integer, range: \"[0, inf)\"}",
                "    trainable: [lift_off, a]",
                "    train: per-unit",
                "    range: (-b, inf)",
                "    kinks: [-b]",
                "    notes:",
                "      - One.",
                "      - Two.",
                "    source: Somebody, 2026",
                "    source-read: false"));
    assertThat(activation.id()).isEqualTo("tanh-lift");
    assertThat(activation.description().aliases()).containsExactly("lift", "tanh-raise");
    assertThat(activation.description().summary()).isEqualTo("Lifts x by a tanh");
    assertThat(activation.description().notes()).containsExactly("One.", "Two.");
    assertThat(activation.description().source()).isEqualTo("Somebody, 2026");
    assertThat(activation.description().sourceRead()).isFalse();
    assertThat(activation.hyperparameters())
        .containsExactly(
            Hyperparameter.real("a", 1.5, Interval.REALS, ""),
            Hyperparameter.real("lift-off", 0, Interval.closed(-1, 1), "how steep it is beyond"),
            Hyperparameter.integer("b", 2, Interval.NOT_NEGATIVE, ""));
    assertThat(activation.trainable()).containsExactly("lift-off", "a");
    assertThat(activation.initialParameters()).containsExactly(0, 1.5);
    assertThat(activation.sharing()).isEqualTo(Sharing.UNIT);
    assertThat(activation.range()).isEqualTo(Interval.above(-2));
    assertThat(activation.kinks()).containsExactly(-2);
    assertThat(activation.value(0.5)).isEqualTo(0.5 * Math.tanh(0.75), within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-15);
  }

  @Test
  void packsKnowWhereTheirNamesStand() {
    Pack pack = read(HEAD + "  - {id: one, formula: x^3, aliases: [uno]}\n");
    assertThat(pack.id()).isEqualTo("mine");
    assertThat(pack.version()).isEqualTo("1.0.0");
    assertThat(pack.entries().get(0).places())
        .containsEntry("one", "mine.yaml:4:10")
        .containsEntry("uno", "mine.yaml:4:39");
  }

  @Test
  void jsonIsReadAsWell() {
    assertThat(
            read("{\"pack\": \"mine\", \"version\": \"2\", \"activations\": [{\"id\": \"cube\","
                    + " \"formula\": \"x^3\"}]}")
                .entries())
        .hasSize(1);
  }

  @Test
  void flagsAreWrittenAsTrueAndFalse() {
    FormulaActivation activation = one("  - {id: f, formula: x * (1 + on), set: {on: true}}");
    assertThat(activation.hyperparameters()).containsExactly(Hyperparameter.flag("on", true, ""));
    assertThat(activation.value(3)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "formula: x + tnah(x)|18",
        "formula: \"x + tnah(x)\"|19",
        "formula: 'x + tnah(x)'|19",
        "formula:      x + tnah(x)|23"
      })
  void formulaErrorsPointAtTheCharacter(String formula, int column) {
    assertThat(complaints(HEAD + "  - id: f\n    " + formula + "\n"))
        .singleElement()
        .asString()
        .startsWith("mine.yaml:5:" + column + ": ")
        .contains("tnah")
        .contains("did you mean \"tanh\"?")
        .doesNotContain("character");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "formula: |~      x +~      tnah(x);7:7",
        "formula: >-~      x +~~      tnah(x);8:7",
        "formula: x +~        tnah(x);6:9",
        "formula: \"x\\x20+\\~        tnah(x)\";6:9",
        "formula: \"x +~       tnah(x)\";6:8",
        "formula: |~      x + (~      x;6:11"
      })
  void formulaErrorsPointAtTheCharacterOfLongerTexts(String formula, String place) {
    String text = formula.replace("~", "\n");
    assertThat(complaints(HEAD + "  - id: f\n    " + text + "\n"))
        .singleElement()
        .asString()
        .startsWith("mine.yaml:" + place + ": ");
  }

  @Test
  void everythingWrongIsSaidAtOnceInTheOrderOfTheText() {
    assertThat(
            complaints(
                String.join(
                    "\n",
                    "pack: My Pack",
                    "verison: 1.0.0",
                    "activations:",
                    "  - id: one",
                    "    formla: x^3",
                    "  - id: two",
                    "    formula: x^3 +",
                    "  - id: one",
                    "    formula: b * x",
                    "    set: {a: 1}",
                    "    trainable: [aa]")))
        .containsExactly(
            "mine.yaml:1:1: \"version\" is missing, for example version: 1.0.0",
            "mine.yaml:1:7: \"pack\" must be lower kebab-case such as my-activations, not \"My"
                + " Pack\"",
            "mine.yaml:2:1: unknown key \"verison\" (did you mean \"version\"?)",
            "mine.yaml:4:5: \"formula\" is missing, for example formula: x * tanh(x)",
            "mine.yaml:5:5: unknown key \"formla\" (did you mean \"formula\"?)",
            "mine.yaml:7:19: a number, a name or \"(\" is missing before the end",
            "mine.yaml:8:9: \"one\" is already the id or an alias of another, at mine.yaml:4:9",
            "mine.yaml:11:17: only what is under \"set\" can be trained, not \"aa\" (did you mean"
                + " \"a\"?); there are a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: Two, formula: x}|4:10|must be lower kebab-case",
        "{id: f, formula: x, aliases: [f]}|4:5|twice",
        "{id: f, formula: pi}|4:22|does not depend on x",
        "{id: f, formula: a * x}|4:22|has its preset in set: {a: 1}",
        "{id: f, formula: x, set: {a: 1}}|4:22|does not use \"a\"",
        "{id: f, formula: a * x, set: {a: one}}|4:38|must be a number",
        "{id: f, formula: a * x, set: {a: .inf}}|4:38|must be a finite number",
        "{id: f, formula: a * x, set: {a: {preset: 2, range: [0, 1]}}}|4:47|must lie in [0, 1]",
        "{id: f, formula: a * x, set: {a: {preset: 2, range: 0 to 1}}}|4:57|a range is written as",
        "{id: f, formula: a * x, set: {a: {prest: 2}}}|4:38|\"preset\" is missing",
        "{id: f, formula: a * x, set: {a: {preset: 2.5, kind: integer}}}|4:47|whole number",
        "{id: f, formula: a * x, set: {a: {preset: 2, kind: reel}}}|4:56|did you mean \"real\"",
        "{id: f, formula: a * x, set: {id: 2}}|4:39|key of study files",
        "{id: f, formula: x, trainable: [a]}|4:37|nothing is there",
        "{id: f, formula: a * x, set: {a: 1}, trainable: [a, a]}|4:57|named twice",
        "{id: f, formula: x, train: per-unit}|4:32|needs the key \"trainable\"",
        "{id: f, formula: a * x, set: {a: 1}, trainable: [a], train: per-units}|4:65|did you mean \"per-unit\"",
        "{id: f, formula: x, range: \"[x, 1]\"}|4:32|depends on x",
        "{id: f, formula: x, range: [1, 0]}|4:32|no interval",
        "{id: f, formula: x, kinks: [b]}|4:32|cannot be read",
        "{id: f, formula: x, kinks: [log(-1)]}|4:32|a kink must lie at a number, not at NaN",
        "{id: f, formula: step(x), slope: 1 - asb(x)}|4:42|did you mean \"abs\"",
        "{id: f, formula: x / 2, computed: 0.5 * y}|4:45|set: {y: 1}",
        "{id: f, formula: asb(x), computed: abs(x)}|4:22|did you mean \"abs\"",
        "{id: f, formula: b * x, computed: x, set: {b: 1}}|4:39|does not use \"b\"",
        "{id: f, formula: step(x), slope: b * x}|4:38|set: {b: 1}",
        "{id: f, formula: step(x), slope: 1, set: {b: 1}}|4:22|neither formula nor slope uses \"b\"",
        "{id: f, formula: stop(x), slope: 1}|4:22|did you mean \"step\"",
        "{id: f, formula: step(x - b), slope: 1, set: {b: 1}, trainable: [b]}|4:42|derived",
        "{id: f, formula: x, notes: [[1]]}|4:33|a sentence",
        "{id: f, formula: x, source-read: maybe}|4:38|true or false",
        "cube|4:5|an activation is written as"
      })
  void everyMistakeHasItsPlaceAndWhatIsAllowed(String entry, String place, String message) {
    assertThat(complaints(HEAD + "  - " + entry + "\n"))
        .first()
        .asString()
        .startsWith("mine.yaml:" + place + ": ")
        .contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "just words",
        "[1, 2]",
        "pack: mine\nversion: 1\nactivations: []",
        "pack: mine\nversion: 1\nactivations:",
        "pack: mine\n version: 1",
        "pack: mine\nversion: 1\n---\npack: mine",
        "pack: &a mine\nversion: *a\nactivations: [{id: f, formula: x}]"
      })
  void whatIsNoPackIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(PackFormatException.class)
        .hasMessageStartingWith("mine.yaml");
  }
}
