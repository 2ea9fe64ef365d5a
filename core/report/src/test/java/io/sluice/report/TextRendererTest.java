package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRendererTest {

  /** Keeps what is written; headings between number signs. */
  private static final class Lines implements TextRenderer.Page {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void heading(String heading) {
      lines.add("#" + heading);
    }

    @Override
    public void line(String text) {
      lines.add(text);
    }
  }

  private static List<String> written(Document document, int width) {
    Lines page = new Lines();
    new TextRenderer(page, width).write(document);
    return page.lines;
  }

  private static List<String> brief(Document document, int lines, int top) {
    Lines page = new Lines();
    new TextRenderer(page, 40).writeBrief(document, lines, top);
    return page.lines;
  }

  /** An answer of so many sentences and a ranking of so many problems. */
  private static Document study(int sentences, int problems, int contenders) {
    List<String> answer = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      answer.add("Sentence " + i + ".");
    }
    Table.Builder table =
        Table.of(StudyDocument.RANKINGS, "Ranking").parted().columns("problem", "rank");
    for (int problem = 0; problem < problems; problem++) {
      for (long rank = 1; rank <= contenders; rank++) {
        table.row(Value.of("problem-" + problem), Value.of(rank));
      }
    }
    return Documents.of(new Sentences(answer), table.build());
  }

  @Test
  void aSectionThatIsAloneNeedsNoHeadingUnlessItAnswersAQuestion() {
    Section section = new Section("answer", "Answer", List.of(Sentences.of("So.")));
    Section unseen = new Section("drawn", "Drawn", List.of(Documents.figure("other")));
    assertThat(written(new Document("d", "", Map.of(), List.of(section, unseen)), 0))
        .containsExactly("So.");
    assertThat(written(new Document("d", "Why?", Map.of(), List.of(section)), 0))
        .containsExactly("#Why?", "So.");
    assertThat(written(new Document("d", "", Map.of(), List.of(section, section)), 0))
        .containsExactly("#Answer", "So.", "", "#Answer", "So.");
  }

  @Test
  void everythingButFiguresIsWrittenWithABlankLineBetween() {
    Document document =
        new Document(
            "study",
            "Why?",
            Map.of(),
            List.of(
                new Section(
                    "answer",
                    "Answer",
                    List.of(
                        Sentences.of("So."),
                        Documents.figure("seen"),
                        Documents.texts("t", "text", "x"))),
                new Section("drawn", "Nothing but a drawing", List.of(Documents.figure("other"))),
                new Section("parts", "Parts", List.of(Documents.parted())),
                new Section("code", "To type", List.of(new Code("c", "Type", "one\ntwo")))));
    assertThat(written(document, 0))
        .containsExactly(
            "#Why?",
            "So.",
            "",
            "#Texts",
            "text",
            "x",
            "",
            "#Parts",
            "#Ranking: a",
            "rank  cost",
            "   1   0.5",
            "   2   0.5",
            "",
            "#Ranking: b",
            "rank  cost",
            "   1   0.5",
            "   2   0.5",
            "",
            "#Ranking: c",
            "rank  cost",
            "   1   0.5",
            "   2   0.5",
            "",
            "#To type",
            "Type:",
            "  one",
            "  two");
  }

  @Test
  void aDrawingAloneIsNothingInText() {
    assertThat(written(Documents.of(Documents.figure("seen")), 0)).isEmpty();
  }

  @Test
  void rowsBeyondTheHeadAreCounted() {
    Table.Builder table = Table.of("t", "T").head(2).columns("x");
    for (int i = 0; i < 5; i++) {
      table.row(Value.of(i));
    }
    assertThat(written(Documents.of(table.build()), 0))
        .containsExactly("#Why?", "#T", "x", "0", "1", "… and 3 more");
    assertThat(written(Documents.of(table.head(0).build()), 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 20, 40, 79, 80, 1000})
  void sentencesBreakAtBlanksAndLoseNoWord(int width) {
    String sentence = "The activation decides  more than the optimizer\ndoes, 活性化関数 as well.";
    List<String> lines = written(Documents.of(Sentences.of(sentence)), width);
    List<String> own = lines.subList(1, lines.size());
    assertThat(String.join(" ", own)).isEqualTo(sentence.replaceAll("\\s+", " "));
    assertThat(own)
        .filteredOn(line -> line.contains(" "))
        .allSatisfy(
            line ->
                assertThat(io.sluice.engine.text.DisplayWidth.of(line)).isLessThanOrEqualTo(width));
    assertThat(written(Documents.of(Sentences.of(sentence)), 0)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"1,1,30", "8,1,30", "3,3,30", "8,3,30", "2,5,4", "3,8,30", "1,0,0"})
  void theShortFormFitsIntoItsLines(int sentences, int problems, int contenders) {
    List<String> lines = brief(study(sentences, problems, contenders), 23, 0);
    assertThat(lines).hasSizeLessThanOrEqualTo(23);
    assertThat(lines.get(0)).isEqualTo("#Why?");
    assertThat(lines.get(1)).isEqualTo("Sentence 0.");
    for (int problem = 0; problem < problems && problems > 1; problem++) {
      String name = "problem-" + problem;
      assertThat(lines).as(name).anyMatch(line -> line.startsWith(name));
    }
    assertThat(lines).filteredOn(String::isEmpty).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void anAnswerThatIsLongerIsShownWholeWithTheBestOfEachProblem() {
    List<String> lines = brief(study(40, 3, 5), 23, 0);
    assertThat(lines).contains("Sentence 0.", "Sentence 39.");
    assertThat(lines).filteredOn(line -> line.startsWith("problem-")).hasSize(3);
    assertThat(lines).last().isEqualTo("… and 12 more");
  }

  @Test
  void asManyAreRankedAsWereAskedFor() {
    assertThat(brief(study(1, 1, 30), 23, 12))
        .contains("#Ranking: problem-0", "  12", "… and 18 more")
        .doesNotContain("  13");
    assertThat(brief(study(1, 2, 3), 23, 3))
        .contains("#Ranking", "problem-1     3")
        .noneMatch(line -> line.startsWith("…"));
  }
}
