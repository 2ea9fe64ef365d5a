package io.sluice.report;

import io.sluice.analysis.Estimate;
import java.util.List;
import java.util.Map;

/** Documents and tables for tests. */
final class Documents {

  /** Every character that means something to one of the renderers. */
  static final String AWKWARD = "<b>&\"' {x}_1 ^2 ~3 \\n $4 %5 #6 | `7` *8* [9](a) ∞ − -- \u0007";

  static final String SVG = "<svg><title>A drawing</title></svg>";

  private Documents() {}

  /** Three problems of two rows each, with a detail in the middle. */
  static Table parted() {
    Table.Builder table =
        Table.of("rankings", "Ranking").method("By rank.").parted().columns("problem", "rank");
    table.details("seed").columns("cost");
    for (String problem : List.of("a", "b", "c")) {
      for (long rank = 1; rank <= 2; rank++) {
        table.row(Value.of(problem), Value.of(rank), Value.of(7L), Value.of(0.5));
      }
    }
    return table.build();
  }

  /** A table of one column of texts, all seen. */
  static Table texts(String id, String heading, String... texts) {
    Table.Builder table = Table.of(id, "Texts").column("text", heading);
    for (String text : texts) {
      table.row(Value.of(text));
    }
    return table.build();
  }

  /** A figure with three numbers. */
  static Figure figure(String id) {
    Table data =
        Table.of(id, "Numbers of " + id)
            .method("Counted.")
            .columns("x")
            .row(Value.of(new Estimate(1, 0.5, 2)))
            .build();
    return new Figure("What is seen", SVG, data);
  }

  /** A document with one section. */
  static Document of(Block... blocks) {
    return new Document(
        "study", "Why?", Map.of(), List.of(new Section("answer", "Answer", List.of(blocks))));
  }

  /** Awkward text wherever text can be. */
  static Document awkward() {
    Table.Builder table =
        Table.of("awkward", AWKWARD).method(AWKWARD).column("text", AWKWARD).columns("number");
    table.row(Value.of(AWKWARD), Value.of(1.5)).row(Value.of("plain"), Value.NONE);
    Figure figure = new Figure(AWKWARD, SVG, texts("drawn", AWKWARD, AWKWARD), "[\"</script>\"]");
    return new Document(
        AWKWARD,
        AWKWARD,
        Map.of("study", AWKWARD),
        List.of(
            new Section("answer", AWKWARD, List.of(Sentences.of(AWKWARD), table.build(), figure)),
            new Section("more", AWKWARD, List.of(new Code("code", AWKWARD, AWKWARD)))));
  }
}
