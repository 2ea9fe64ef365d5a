package io.sluice.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes a document as LaTeX: an article that compiles by itself, whose tables can be taken over
 * into another that has {@code booktabs} and {@code longtable}.
 */
public final class LatexRenderer {

  private static final Map<Character, String> ESCAPES =
      Map.ofEntries(
          Map.entry('\\', "\\textbackslash{}"),
          Map.entry('{', "\\{"),
          Map.entry('}', "\\}"),
          Map.entry('$', "\\$"),
          Map.entry('&', "\\&"),
          Map.entry('#', "\\#"),
          Map.entry('%', "\\%"),
          Map.entry('_', "\\_"),
          Map.entry('~', "\\textasciitilde{}"),
          Map.entry('^', "\\textasciicircum{}"),
          Map.entry('<', "\\textless{}"),
          Map.entry('>', "\\textgreater{}"),
          Map.entry('∞', "$\\infty$"),
          Map.entry('−', "$-$"),
          Map.entry('×', "$\\times$"),
          Map.entry('≤', "$\\le$"),
          Map.entry('≥', "$\\ge$"),
          Map.entry('≈', "$\\approx$"),
          Map.entry('±', "$\\pm$"),
          Map.entry('·', "$\\cdot$"),
          Map.entry('²', "$^2$"),
          Map.entry('³', "$^3$"),
          Map.entry('√', "$\\surd$"),
          Map.entry('α', "$\\alpha$"),
          Map.entry('β', "$\\beta$"),
          Map.entry('η', "$\\eta$"),
          Map.entry('λ', "$\\lambda$"),
          Map.entry('μ', "$\\mu$"),
          Map.entry('σ', "$\\sigma$"),
          Map.entry('ω', "$\\omega$"),
          Map.entry('χ', "$\\chi$"),
          Map.entry('δ', "$\\delta$"),
          Map.entry('…', "\\dots{}"),
          Map.entry('–', "--"),
          Map.entry('\n', " "),
          Map.entry('\r', " "));

  private final Function<Figure, String> address;

  /**
   * A renderer.
   *
   * @param address where the SVG of a figure lies, for the {@code svg} package; an empty text
   *     leaves the figure out
   */
  public LatexRenderer(Function<Figure, String> address) {
    this.address = address;
  }

  /** The text of the document. */
  public String of(Document document) {
    boolean figures = document.figures().stream().anyMatch(this::isSeen);
    StringBuilder text = new StringBuilder("\\documentclass{article}\n");
    text.append("\\usepackage[utf8]{inputenc}\n\\usepackage[T1]{fontenc}\n");
    text.append("\\usepackage{booktabs,longtable}\n\\usepackage[a4paper,margin=2cm]{geometry}\n");
    text.append(figures ? "\\usepackage{svg}\n" : "");
    text.append("\\title{").append(escape(document.title())).append("}\n");
    text.append("\\date{}\n\\begin{document}\n\\maketitle\n");
    if (!document.question().isEmpty()) {
      text.append("\\begin{quote}").append(escape(document.question())).append("\\end{quote}\n");
    }
    for (Section section : document.sections()) {
      if (!section.isSeen(this::isSeen)) {
        continue;
      }
      text.append("\n\\section{").append(escape(section.heading())).append("}\n");
      for (Block block : section.blocks()) {
        if (block instanceof Sentences sentences) {
          sentences.sentences().forEach(one -> text.append(escape(one)).append("\n\n"));
        } else if (block instanceof Sheet sheet) {
          append(text, sheet);
        } else if (block instanceof Table table && Section.isSeen(table, this::isSeen)) {
          table.narrow().parts().forEach(part -> append(text, part));
        } else if (block instanceof Figure figure && isSeen(figure)) {
          text.append("\\begin{figure}\\centering\\includesvg[width=\\linewidth]{");
          text.append(address.apply(figure)).append("}\\caption{").append(escape(figure.caption()));
          text.append("}\\label{fig:").append(figure.id()).append("}\\end{figure}\n");
        } else if (block instanceof Code code) {
          text.append(escape(code.caption())).append(":\n\n{\\small\\raggedright\\ttfamily ");
          text.append(escape(code.text())).append("\\par}\n\n");
        }
      }
    }
    return text.append("\\end{document}\n").toString();
  }

  private boolean isSeen(Figure figure) {
    return !address.apply(figure).isEmpty();
  }

  private static void append(StringBuilder text, Sheet sheet) {
    text.append("\\begin{description}\n");
    for (Sheet.Property property : sheet.plain()) {
      text.append("\\item[{").append(escape(property.label())).append("}] ");
      List<String> lines = property.lines().stream().map(LatexRenderer::escape).toList();
      text.append(String.join("\\newline\n", lines)).append('\n');
    }
    text.append("\\end{description}\n");
    sheet.tables().forEach(table -> append(text, table));
  }

  private static void append(StringBuilder text, Table table) {
    text.append("{\\footnotesize\\setlength\\tabcolsep{3pt}\n\\begin{longtable}{");
    for (int i = 0; i < table.columns().size(); i++) {
      text.append(table.isNumeric(i) ? 'r' : 'l');
    }
    text.append("}\n\\caption{").append(escape(table.caption()));
    if (!table.method().isEmpty()) {
      text.append(". ").append(escape(table.method()));
    }
    text.append("}\\label{tab:").append(table.id()).append("}\\\\\n\\toprule\n");
    row(text, table.columns().stream().map(Column::heading).toList());
    text.append("\\midrule\n\\endhead\n");
    table.headRows().forEach(row -> row(text, row.stream().map(Value::text).toList()));
    text.append("\\bottomrule\n\\end{longtable}}\n");
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append(String.join(" & ", cells.stream().map(LatexRenderer::escape).toList()));
    text.append(" \\\\\n");
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    char before = 0;
    for (char c : text.toCharArray()) {
      String other = ESCAPES.get(c);
      // A row must not begin with a bracket or star, which would belong to the line break, and two
      // hyphens or quotation marks would become one.
      boolean bound = c == '[' || c == '*' || c == before && "-'`,".indexOf(c) >= 0;
      escaped.append(other != null ? other : bound ? "{" + c + "}" : Character.toString(c));
      before = c;
    }
    return escaped.toString();
  }
}
