package io.sluice.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Origin;
import io.sluice.formula.FormulaActivation;
import io.sluice.report.Document;
import io.sluice.report.HtmlRenderer;
import io.sluice.report.JsonRenderer;
import io.sluice.report.MarkdownRenderer;
import io.sluice.report.Value;
import io.sluice.spi.Component;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogDocumentTest {

  private static final List<Catalog.Entry<FormulaActivation>> ENTRIES =
      Stream.of(
              entry("line", "x", Map.of(), "mine"),
              entry("hill", "exp(-x^2)", Map.of(), "mine"),
              entry("wave", "sin(a * x)", Map.of("a", 1.0), "yours"),
              entry("sigmoid", "1 / (1 + exp(-x))", Map.of(), "yours"))
          .toList();

  private static Catalog.Entry<FormulaActivation> entry(
      String id, String formula, Map<String, Double> values, String plugin) {
    return new Catalog.Entry<>(
        FormulaActivation.of(id, formula, values), new Origin(plugin, "1.0", plugin, "ab"));
  }

  private static List<String> chosen(String... conditions) {
    return CatalogFilter.chosen(CatalogDocument.ACTIVATIONS, ENTRIES, List.of(conditions)).stream()
        .map(Catalog.Entry::id)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "bounded, hill wave sigmoid",
    "not-bounded, line",
    "monotone, line sigmoid",
    "not-monotone, hill wave",
    "oscillating, wave",
    "not-oscillating, line hill sigmoid",
    "trainable, wave",
    "not-trainable, line hill sigmoid",
    "random, ''",
    "not-random, line hill wave sigmoid",
    "kind=scalar, line hill wave sigmoid",
    "origin=mine, line hill",
    "origin=yours, wave sigmoid"
  })
  void activationsAreChosenByWhatTheyAre(String condition, String ids) {
    assertThat(String.join(" ", chosen(condition))).isEqualTo(ids);
  }

  @Test
  void severalConditionsHoldTogether() {
    assertThat(chosen()).hasSize(4);
    assertThat(chosen("bounded", "origin=yours", "monotone")).containsExactly("sigmoid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boundd|\"boundd\" is nothing activations can be chosen by (did you mean \"bounded\"?)",
        "not-|\"not-\" is nothing activations can be chosen by",
        "bounded=yes|\"bounded=yes\" is nothing activations can be chosen by",
        "origin=mein|no activations with origin=mein (did you mean \"mine\"?); there are mine,",
        "kind=layer|no activations with kind=layer; there are scalar",
        "invariant=shift|\"invariant=shift\" is nothing activations can be chosen by"
      })
  void whatNothingCanBeChosenByIsSaid(String condition, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chosen(condition))
        .withMessageStartingWith(message);
  }

  @Test
  void traitsAreOfActivationsAlone() {
    assertThat(CatalogFilter.words(CatalogDocument.STORES)).containsExactly("origin=");
    assertThat(CatalogFilter.words(CatalogDocument.OPTIMIZERS))
        .containsExactly("invariant=", "kind=", "origin=");
    List<Catalog.Entry<Component>> none = List.of();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CatalogFilter.chosen(CatalogDocument.OPTIMIZERS, none, List.of("bounded")));
  }

  @Test
  void aListIsOneTableInEveryForm() {
    Document document = CatalogDocument.of(CatalogDocument.ACTIVATIONS, ENTRIES);
    assertThat(JsonRenderer.csv(document.table(CatalogDocument.ACTIVATIONS)))
        .startsWith("id,kind,aliases,formula,range,hyperparameters,origin\nline,scalar,,x,")
        .contains("\nwave,scalar,,sin(a * x),\"[-1, 1]\",a=1,yours 1.0\n");
    assertThat(JsonRenderer.of(document))
        .startsWith("[")
        .contains("\"hyperparameters\": {\"a\": 1}");
    assertThat(HtmlRenderer.fragment(document))
        .contains("<td>wave</td>")
        .doesNotContain("<caption");
    assertThat(new MarkdownRenderer(figure -> "").of(document)).contains("\n| wave | scalar |");
  }

  @Test
  void listsAndMapsAreEntriesThatProgramsReadAsSuch() {
    assertThat(Value.of(List.of("a", "b"))).isEqualTo(new Value("a, b", List.of("a", "b")));
    assertThat(Value.of(Map.of("a", 1e-8)).text()).isEqualTo("a=1e-8");
    assertThat(Value.of(List.of()).text()).isEmpty();
  }

  @Test
  void kindsAndStudiesAreListed() {
    assertThat(JsonRenderer.csv(CatalogDocument.kinds(Map.of("stores", 2)).table("kinds")))
        .isEqualTo("kind,count,listed_by\nstores,2,sluice list stores\n");
    assertThat(JsonRenderer.csv(CatalogDocument.studies(Map.of("a", "Why?")).table("studies")))
        .isEqualTo("name,question\na,Why?\n");
    assertThatIllegalArgumentException().isThrownBy(() -> CatalogDocument.of("claims", List.of()));
  }
}
