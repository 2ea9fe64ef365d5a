package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.Estimate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexRendererTest {

  private static String text(Document document) {
    return new LatexRenderer(figure -> "").of(document);
  }

  @Test
  void aDocumentCompilesByItself() {
    String text = text(Documents.of(Sentences.of("So it is."), Documents.parted()));
    assertThat(text)
        .startsWith("\\documentclass{article}\n")
        .contains("\\usepackage{booktabs,longtable}\n", "\\title{study}\n", "\\begin{document}\n")
        .contains("\\begin{quote}Why?\\end{quote}\n\n\\section{Answer}\nSo it is.\n\n")
        .contains("\\begin{longtable}{rr}\n\\caption{Ranking: a. By rank.}\\label{tab:rankings-1}")
        .contains("\\midrule\n\\endhead\n1 & 0.5 \\\\\n2 & 0.5 \\\\\n\\bottomrule\n")
        .doesNotContain("svg")
        .endsWith("\\end{document}\n");
  }

  @Test
  void whatIsBegunIsEnded() {
    String text =
        new LatexRenderer(figure -> "figures/" + figure.id() + ".svg").of(Documents.awkward());
    for (String environment : new String[] {"document", "longtable", "figure", "quote"}) {
      assertThat(count(text, "\\begin{" + environment + "}"))
          .as(environment)
          .isPositive()
          .isEqualTo(count(text, "\\end{" + environment + "}"));
    }
    String bare = text.replace("\\\\", "").replace("\\{", "").replace("\\}", "");
    assertThat(count(bare, "{")).isEqualTo(count(bare, "}"));
    assertThat(count(bare, "$") % 2 + count(bare, "\\$") % 2).isIn(0, 2);
    assertThat(Pattern.compile("(?<!\\\\)[%#_~^]").matcher(bare.replace("$^", "")).find())
        .isFalse();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\\, \\textbackslash{}",
        "{, \\{",
        "}, \\}",
        "$, \\$",
        "&, \\&",
        "#, \\#",
        "%, \\%",
        "_, \\_",
        "~, \\textasciitilde{}",
        "^, \\textasciicircum{}",
        "<, \\textless{}",
        ">, \\textgreater{}",
        "[, {[}",
        "*, {*}",
        "--, -{-}",
        "''', '{'}{'}",
        "∞, $\\infty$",
        "−, $-$",
        "×, $\\times$",
        "≤, $\\le$",
        "η², $\\eta$$^2$",
        "β, $\\beta$",
        "a-b, a-b",
        "é, é"
      })
  void charactersThatMeanSomethingAreEscaped(String character, String escaped) {
    assertThat(text(Documents.of(Documents.texts("t", character, character))))
        .contains("\\toprule\n" + escaped + " \\\\\n")
        .contains("\\endhead\n" + escaped + " \\\\\n");
    assertThat(text(Documents.of(Sentences.of("x" + character))))
        .contains("\nx" + escaped + "\n\n");
  }

  @Test
  void onlyNumbersStandAtTheRight() {
    Table table =
        Table.of("t", "T")
            .columns("a", "b", "c")
            .row(Value.of("x"), Value.of(1), Value.of(new Estimate(1, 0, 2)))
            .build();
    assertThat(text(Documents.of(table))).contains("\\begin{longtable}{lrl}\n");
  }

  @Test
  void figuresAreIncludedFromTheirFiles() {
    String text =
        new LatexRenderer(figure -> "figures/" + figure.id() + ".svg")
            .of(Documents.of(Documents.figure("seen")));
    assertThat(text)
        .contains("\\usepackage{svg}\n")
        .contains("\\includesvg[width=\\linewidth]{figures/seen.svg}\\caption{What is seen}")
        .contains("\\label{fig:seen}\\end{figure}\n");
    assertThat(text(Documents.of(Documents.figure("seen")))).doesNotContain("includesvg");
  }

  @Test
  void aTextToTypeIsTypedLineByLine() {
    assertThat(text(Documents.of(new Code("code", "Type", "sluice run --seed 1"))))
        .contains("Type:\n\n{\\small\\raggedright\\ttfamily sluice run -{-}seed 1\\par}\n");
  }
}
