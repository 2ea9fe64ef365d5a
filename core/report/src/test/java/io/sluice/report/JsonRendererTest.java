package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonRendererTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final Table table =
      Table.of("two-words", "T")
          .method("Counted.")
          .columns("name", "share", "p", "n")
          .row(Value.of("none"), Value.NONE, Value.probability(Double.NaN), Value.of(1))
          .row(Value.of("x"), Value.of(new Estimate(2, 1, INFINITY)), Value.of(0.5), Value.of(2))
          .row(
              Value.of("a, \"b\"\nc"),
              Value.of(Estimate.withoutInterval(INFINITY)),
              Value.of(-INFINITY),
              Value.NONE)
          .build();

  @Test
  void anEstimateIsThreeKeysInEveryRow() {
    assertThat(JsonRenderer.tree(Documents.of(table)).get("two_words"))
        .isEqualTo(
            List.of(
                row("none", null, null, null, null, 1L),
                row("x", 2.0, 1.0, INFINITY, 0.5, 2L),
                row("a, \"b\"\nc", INFINITY, null, null, -INFINITY, null)));
  }

  private static Map<String, Object> row(Object... values) {
    Map<String, Object> row = new LinkedHashMap<>();
    String[] names = {"name", "share", "share_lower", "share_upper", "p", "n"};
    for (int i = 0; i < names.length; i++) {
      row.put(names[i], values[i]);
    }
    return row;
  }

  @Test
  void whatIsNotKnownIsNullAndWhatIsInfiniteAWord() {
    assertThat(JsonRenderer.of(Documents.of(table)).replaceAll("\\s", ""))
        .contains("{\"name\":\"none\",\"share\":null,\"share_lower\":null,\"share_upper\":null,")
        .contains("\"share\":2,\"share_lower\":1,\"share_upper\":\"Infinity\"")
        .contains("\"p\":\"-Infinity\",\"n\":null")
        .doesNotContain("NaN");
  }

  @Test
  void commaSeparatedRowsHaveAsManyValuesAsTheHeader() {
    assertThat(JsonRenderer.csv(table))
        .isEqualTo(
            "name,share,share_lower,share_upper,p,n\n"
                + "none,,,,,1\n"
                + "x,2,1,Infinity,0.5,2\n"
                + "\"a, \"\"b\"\"\nc\",Infinity,,,-Infinity,\n");
    assertThat(JsonRenderer.csv(table.cut(0))).isEqualTo("name,share,p,n\n");
  }

  @Test
  void factsSentencesCodeTablesAndMethodsHaveTheirKeys() {
    Document document =
        new Document(
            "study",
            "Why?",
            Map.of("trials", 3L),
            List.of(
                new Section("answer", "Answer", List.of(Sentences.of("One.", "Two."), table)),
                new Section(
                    "drawn",
                    "Drawn",
                    List.of(Documents.figure("seen-by"), new Code("to-type", "Type", "x")))));
    Map<String, Object> tree = JsonRenderer.tree(document);
    assertThat(tree)
        .containsOnlyKeys("trials", "answer", "to_type", "two_words", "seen_by", "methods");
    assertThat(tree.get("answer")).isEqualTo(List.of("One.", "Two."));
    assertThat(tree.get("to_type")).isEqualTo("x");
    assertThat(tree.get("methods"))
        .isEqualTo(Map.of("two_words", "Counted.", "seen_by", "Counted."));
  }

  @Test
  void rowsBeyondTheHeadAreThereToo() {
    Table hidden =
        Table.of("hidden", "").head(0).columns("x").row(Value.of(1)).row(Value.of(2)).build();
    assertThat((List<?>) JsonRenderer.tree(Documents.of(hidden)).get("hidden")).hasSize(2);
    assertThat((List<?>) JsonRenderer.tree(Documents.of(Documents.parted())).get("rankings"))
        .hasSize(6);
  }
}
