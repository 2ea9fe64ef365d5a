package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownRendererTest {

  private static String text(Document document) {
    return new MarkdownRenderer(figure -> "").of(document);
  }

  @Test
  void aDocumentIsHeadingsParagraphsAndTables() {
    assertThat(text(Documents.of(Sentences.of("So it is."), Documents.parted())))
        .startsWith("# study\n\n*Why?*\n\n## Answer\n\nSo it is.\n\n**Ranking: a**\n\n")
        .contains("| rank | cost |\n| ---: | ---: |\n| 1 | 0.5 |\n| 2 | 0.5 |\n\nBy rank.\n")
        .containsOnlyOnce("By rank.");
  }

  @Test
  void numbersStandAtTheRight() {
    Table table =
        Table.of("t", "T")
            .columns("a", "b", "c")
            .row(Value.of("x"), Value.of(1), Value.of(new Estimate(1, 0, 2)))
            .build();
    assertThat(text(Documents.of(table))).contains("\n| --- | ---: | --- |\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "&", "~", "$"})
  void charactersThatMeanSomethingAreEscaped(String character) {
    String line = "x" + character + "y";
    assertThat(text(Documents.of(Sentences.of(line), Documents.texts("t", line, line))))
        .contains("\nx\\" + character + "y\n")
        .contains("\n| x\\" + character + "y |\n| --- |\n| x\\" + character + "y |\n");
  }

  @Test
  void aLineBreakDoesNotEndARow() {
    assertThat(text(Documents.of(Documents.texts("t", "text", "one\ntwo\r\nthree"))))
        .contains("\n| one two  three |\n");
    assertThat(text(Documents.awkward()).lines().filter(line -> line.startsWith("# "))).hasSize(1);
  }

  @Test
  void everyRowHasAsManyCells() {
    assertThat(
            text(Documents.awkward())
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count())
                .distinct())
        .containsExactly(3L);
  }

  @ParameterizedTest
  @CsvSource({
    "figures/seen.svg, figures/seen.svg",
    "my figures (2)/seen.svg, my%20figures%20%282%29/seen.svg",
    "100%/seen.svg, 100%25/seen.svg"
  })
  void figuresAreLinksToTheirFiles(String address, String link) {
    assertThat(new MarkdownRenderer(figure -> address).of(Documents.of(Documents.figure("seen"))))
        .contains("\n![What is seen](" + link + ")\n");
    assertThat(text(Documents.of(Documents.figure("seen")))).doesNotContain("What is seen");
  }

  @Test
  void sectionsOfWhichNothingIsSeenAreLeftOut() {
    Document drawn = Documents.of(Documents.figure("seen"));
    assertThat(text(drawn)).isEqualTo("# study\n\n*Why?*\n");
    assertThat(new LatexRenderer(figure -> "").of(drawn)).doesNotContain("\\section");
    assertThat(new MarkdownRenderer(Figure::id).of(drawn)).contains("## Answer");
    assertThat(new LatexRenderer(Figure::id).of(drawn)).contains("\\section{Answer}");
  }

  @ParameterizedTest
  @CsvSource({"a, ```", "a``b, ```", "```a, ````", "````a, `````"})
  void aTextToTypeIsKeptAsItIs(String typed, String fence) {
    assertThat(text(Documents.of(new Code("code", "Type", typed))))
        .endsWith("\nType:\n\n" + fence + "\n" + typed + "\n" + fence + "\n");
  }
}
