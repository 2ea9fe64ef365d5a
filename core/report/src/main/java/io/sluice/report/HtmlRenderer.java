package io.sluice.report;

import io.sluice.analysis.Estimate;
import io.sluice.engine.text.NumberText;
import io.sluice.report.figure.Styles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Writes a document as HTML. A page holds its style, script and drawings, so that it needs no
 * network; without the script all of it can still be read.
 */
public final class HtmlRenderer {

  private static final int SMALL = 12;
  private static final String STYLE = Styles.figures() + Styles.page();
  private static final String SCRIPT = Styles.script();

  private HtmlRenderer() {}

  /** A page of its own. */
  public static String page(Document document) {
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + escape(document.title())
        + " · Sluice</title>\n<style>"
        + STYLE
        + "</style>\n</head>\n<body class=\"report-page\">\n<a class=\"skip\" href=\"#answer\">To the answer</a>\n"
        + fragment(document)
        + "<script>"
        + SCRIPT
        + "</script>\n</body>\n</html>\n";
  }

  /** What a server says of the page: nothing runs in it and nothing is loaded but its own. */
  public static String contentSecurityPolicy() {
    return "default-src 'none'; style-src 'sha256-"
        + hash(STYLE)
        + "'; script-src 'sha256-"
        + hash(SCRIPT)
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What stands in the page, for a page that has style and script already. */
  public static String fragment(Document document) {
    StringBuilder html = new StringBuilder("<main class=\"report\">\n<header>\n<h1>");
    html.append(escape(document.title())).append("</h1>\n");
    if (!document.question().isEmpty()) {
      html.append("<p class=\"question\">").append(escape(document.question())).append("</p>\n");
    }
    html.append("</header>\n");
    for (Section section : document.sections()) {
      section(html, section);
    }
    return html.append("</main>\n").toString();
  }

  private static void section(StringBuilder html, Section section) {
    String id = escape(section.id());
    html.append("<section id=\"").append(id).append("\" aria-labelledby=\"").append(id);
    html.append("-heading\">\n<h2 id=\"").append(id).append("-heading\">");
    html.append(escape(section.heading())).append("</h2>\n");
    boolean isRow = false;
    for (Block block : section.blocks()) {
      if (block instanceof Figure != isRow) {
        isRow = !isRow;
        html.append(isRow ? "<div class=\"figures\">\n" : "</div>\n");
      }
      if (block instanceof Sentences sentences) {
        html.append("<div class=\"sentences\">\n");
        sentences
            .sentences()
            .forEach(one -> html.append("<p>").append(sentence(one)).append("</p>\n"));
        html.append("</div>\n");
      } else if (block instanceof Sheet sheet) {
        sheet(html, sheet);
      } else if (block instanceof Table table) {
        table(html, table);
      } else if (block instanceof Figure figure) {
        figure(html, figure);
      } else if (block instanceof Code code) {
        html.append("<p>").append(escape(code.caption())).append(":</p>\n<pre tabindex=\"0\">");
        html.append(escape(code.text())).append("</pre>\n");
      }
    }
    html.append(isRow ? "</div>\n</section>\n" : "</section>\n");
  }

  /** A number and its % stay in one line. */
  private static String sentence(String text) {
    return escape(text).replace(" %", "\u00a0%");
  }

  private static void figure(StringBuilder html, Figure figure) {
    html.append("<figure id=\"").append(figure.id()).append("\">\n").append(figure.svg());
    html.append("\n<figcaption>").append(escape(figure.caption()));
    if (!figure.data().method().isEmpty()) {
      html.append(". <span class=\"method\">").append(escape(figure.data().method()));
      html.append("</span>");
    }
    html.append("</figcaption>\n");
    details(html, "The numbers", figure.data());
    if (!figure.views().isEmpty()) {
      html.append("<script type=\"application/json\" data-views-of=\"").append(figure.id());
      html.append("\">").append(figure.views().replace("<", "\\u003c")).append("</script>\n");
    }
    html.append("</figure>\n");
  }

  private static void sheet(StringBuilder html, Sheet sheet) {
    List<Sheet.Property> labelled = new ArrayList<>(sheet.plain());
    while (!labelled.isEmpty() && labelled.get(0).label().isEmpty()) {
      labelled
          .remove(0)
          .lines()
          .forEach(line -> html.append("<p>").append(escape(line)).append("</p>\n"));
    }
    html.append("<dl class=\"sheet\">\n");
    for (Sheet.Property property : labelled) {
      html.append("<dt>").append(escape(property.label())).append("</dt>");
      property.lines().forEach(line -> html.append("<dd>").append(escape(line)).append("</dd>"));
      html.append('\n');
    }
    html.append("</dl>\n");
    sheet.tables().forEach(table -> table(html, table));
  }

  private static void table(StringBuilder html, Table table) {
    if (table.head() == 0) {
      details(html, table.caption(), table);
      return;
    }
    table.parts().forEach(part -> rows(html, part, Math.min(part.head(), part.rows().size())));
    if (!table.method().isEmpty()) {
      html.append("<p class=\"method\">").append(escape(table.method())).append("</p>\n");
    }
  }

  /** A table that is seen when it is asked for. */
  private static void details(StringBuilder html, String summary, Table table) {
    if (table.rows().isEmpty()) {
      return;
    }
    html.append("<details class=\"data\">\n<summary>").append(escape(summary));
    html.append("</summary>\n");
    rows(html, table, table.rows().size());
    html.append("</details>\n");
  }

  private static void rows(StringBuilder html, Table table, int head) {
    String caption = escape(table.caption());
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html.append(caption.isEmpty() ? table.id() : caption).append("\">\n<table");
    if (head < table.rows().size()) {
      html.append(" data-head=\"").append(Math.max(head, SMALL)).append('"');
    }
    html.append(">\n");
    html.append(caption.isEmpty() ? "" : "<caption>" + caption + "</caption>\n");
    html.append("<thead><tr>");
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      html.append("<th scope=\"col\"").append(table.isNumber(i) ? " class=\"number\"" : "");
      html.append(column.detail() ? " data-detail=\"\"" : "");
      html.append(table.isFactor(i) ? " data-factor=\"\">" : ">");
      html.append(escape(column.heading())).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<Value> row : table.rows()) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell(html, row.get(i));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n");
  }

  private static void cell(StringBuilder html, Value value) {
    Object exact =
        value.exact() instanceof Estimate estimate ? (Object) estimate.value() : value.exact();
    if (exact instanceof Double number) {
      html.append("<td class=\"number\" data-v=\"").append(NumberText.of(number)).append("\">");
    } else {
      html.append(exact instanceof Long ? "<td class=\"number\">" : "<td>");
    }
    html.append(escape(value.text())).append("</td>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
