package io.sluice.dist.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivationPageTest {

  @Test
  void aRowSaysEverythingAboutAnActivation() {
    assertThat(rows(new Drawn.Described()))
        .containsExactly(
            "| <a id=\"described\"></a>`described`<br>or `other`, `another` | <img"
                + " src=\"activations/described.svg\" width=\"160\" height=\"110\" alt=\"curve of"
                + " described\"> | A \\*line\\*<br>`a * x if x < 0 \\| x > 1 else b`<br>Somebody\\_else"
                + " 1999 *(not read)*<br>[notes](#notes-described) | `a = 1.5`, *trained per unit*<br>`b"
                + " = true` | \\[−0.278,&nbsp;1) | −1, 0.5 |");
  }

  @Test
  void notesStandBelowTheTable() {
    assertThat(text(new Drawn.Described()))
        .endsWith(
            "## Notes\n\n<a id=\"notes-described\"></a>[`described`](#described): It is so. For a \\<"
                + " b it is not.\n");
  }

  @Test
  void activationsAreCountedAndStandInTheOrderOfTheirIds() {
    assertThat(text(Drawn.relu(), new Drawn.Described(), Drawn.identity()))
        .contains(
            "3 activations come along. 1 of them have parameters that can be trained with the"
                + " network; 1 of these are trained")
        .containsSubsequence("id=\"described\"", "id=\"identity\"", "id=\"relu\"");
  }

  @Test
  void theIndexHasEveryKindAnActivationIsOf() {
    assertThat(text(Drawn.relu(), Drawn.step(), Drawn.sine(1), Drawn.identity()))
        .contains("| bounded (2) | [sine](#sine), [step](#step) |")
        .contains("| bounded below only (1) | [relu](#relu) |")
        .contains("| unbounded (1) | [identity](#identity) |")
        .contains("| oscillates: turns at least 4 times (1) | [sine](#sine) |")
        .contains("| has kinks (2) | [relu](#relu), [step](#step) |")
        .contains("| jumps (1) | [step](#step) |")
        .doesNotContain("bounded above only")
        .doesNotContain("trainable parameters (");
  }

  @Test
  void aCurveThatIsUprightAtAKinkIsNoJump() {
    assertThat(text(Drawn.cubeRoot(), Drawn.step())).contains("| jumps (1) | [step](#step) |");
  }

  @Test
  void whatIsNoFunctionOfANumberHasARowButNoDrawing() {
    ActivationPage page =
        new ActivationPage(List.of(Drawn.vectorValued(), Drawn.identity()), Map.of());
    assertThat(page.files().keySet()).containsExactly("activations.md", "activations/identity.svg");
    assertThat(rows(Drawn.vectorValued()))
        .containsExactly("| <a id=\"all-units\"></a>`all-units` | none |  |  | (−∞,&nbsp;∞) |  |");
  }

  @Test
  void packsAreNamedAndCounted() {
    String text =
        new ActivationPage(
                List.of(Drawn.relu(), Drawn.identity(), Drawn.step()),
                Map.of("relu", "survey", "step", "plain", "identity", "survey"))
            .files()
            .get(ActivationPage.NAME);
    assertThat(text)
        .contains("3 are defined in [packs](writing-a-plugin.md): `plain` (1), `survey` (2).");
    assertThat(text.lines().filter(line -> line.startsWith("| <a")))
        .satisfiesExactly(
            identity -> assertThat(identity).contains("pack `survey`"),
            relu -> assertThat(relu).contains("pack `survey`"),
            step -> assertThat(step).contains("pack `plain`"));
    assertThat(text(Drawn.relu())).doesNotContain("pack `");
  }

  private static List<String> rows(Activation... activations) {
    return text(activations).lines().filter(line -> line.startsWith("| <a")).toList();
  }

  private static String text(Activation... activations) {
    return new ActivationPage(List.of(activations), Map.of()).files().get(ActivationPage.NAME);
  }
}
