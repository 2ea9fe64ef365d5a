package io.sluice.report.figure;

import io.sluice.report.Figure;
import io.sluice.report.Table;
import io.sluice.report.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes all drawings into a folder to be looked at: each by itself, and a page such as a report's
 * with all of them.
 */
final class FigureGallery {

  private FigureGallery() {}

  /** Writes into the folder that is named first. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Figure figure : Samples.all()) {
      Files.writeString(folder.resolve(figure.id() + ".svg"), Styles.standalone(figure.svg()));
    }
    Files.writeString(folder.resolve("page.html"), page(Samples.all()));
  }

  /** A page of figures. */
  static String page(List<Figure> figures) {
    StringBuilder page =
        new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .append("<title>Figures</title>\n<style>\n")
            .append(Styles.figures())
            .append(Styles.page())
            .append(
                "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#answer\">To the answer</a>\n")
            .append("<main class=\"report\">\n<h1>Figures of a study that could have been</h1>\n")
            .append("<section id=\"answer\" aria-labelledby=\"h\"><h2 id=\"h\">The answer</h2>\n")
            .append("<p>Best is gelu + adam: 94 % [88, 97] reach the target.</p></section>\n");
    for (Figure figure : figures) {
      page.append("<section aria-label=\"").append(Drawing.escaped(figure.caption()));
      page.append("\">\n<figure id=\"").append(figure.id()).append("\">\n").append(figure.svg());
      page.append("<figcaption>").append(Drawing.escaped(figure.caption()));
      page.append("</figcaption>\n<details class=\"data\"><summary>The numbers</summary>\n");
      page.append(table(figure.data())).append("</details>\n</figure>\n");
      if (!figure.views().isEmpty()) {
        page.append("<script type=\"application/json\" data-views-of=\"").append(figure.id());
        page.append("\">").append(figure.views()).append("</script>\n");
      }
      page.append("</section>\n");
    }
    return page.append("</main>\n<script>\n")
        .append(Styles.script())
        .append("</script>\n</body>\n</html>\n")
        .toString();
  }

  private static String table(Table table) {
    String caption = Drawing.escaped(table.caption());
    StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
    html.append(" aria-label=\"")
        .append(caption)
        .append(" (numbers)\"><table data-head=\"10\"><thead><tr>");
    table
        .columns()
        .forEach(
            column ->
                html.append("<th scope=\"col\">")
                    .append(Drawing.escaped(column.heading()))
                    .append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (List<Value> row : table.rows()) {
      String first = Drawing.escaped(row.get(0).text());
      html.append("<tr data-").append(table.columns().get(0).name()).append("=\"").append(first);
      html.append("\">");
      row.forEach(
          value -> html.append("<td>").append(Drawing.escaped(value.text())).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }
}
