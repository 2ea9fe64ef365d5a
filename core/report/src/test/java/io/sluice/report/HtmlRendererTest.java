package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlRendererTest {

  static Stream<Document> documents() {
    MadeUpStudy large = new MadeUpStudy();
    large.problems = List.of("xor", "<b>&\"'");
    large.activations = List.of("tanh", "relu", "<i>sin</i>", "a&b", "\"quoted\"", "it's");
    large.rates = List.of(0.01, 0.1, 1.0);
    large.question = "Is <b> & \"this\" it's?";
    large.name = "<script>alert(1)</script>";
    MadeUpStudy none = new MadeUpStudy();
    none.activations = List.of();
    return Stream.of(
        Documents.awkward(), new MadeUpStudy().document(), large.document(3), none.document());
  }

  /** The page as a tree: void elements are closed, and what is no markup is set apart. */
  private static Element tree(String page) throws Exception {
    assertThat(page).startsWith("<!doctype html>\n").endsWith("</html>\n");
    String xml =
        page.substring(page.indexOf('\n'))
            .replaceAll("<(meta|link|br|hr|img|input)([^>]*[^/>])>", "<$1$2/>")
            .replaceAll("(?s)(<(style|script)[^>]*>)(.*?)(</\\2>)", "$1<![CDATA[$3]]>$4");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml.strip())))
        .getDocumentElement();
  }

  private static List<Element> elements(Element page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void idsAreUniqueAndWhatIsReferredToIsThere(Document document) throws Exception {
    Element page = tree(HtmlRenderer.page(document).replace("\u0007", ""));
    List<String> ids =
        elements(page, "*").stream()
            .map(element -> element.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(ids).doesNotHaveDuplicates().contains("answer");
    for (Element element : elements(page, "*")) {
      for (String attribute : List.of("aria-labelledby", "aria-describedby", "for")) {
        for (String id : element.getAttribute(attribute).split(" ")) {
          assertThat(id.isEmpty() || ids.contains(id)).as("%s=%s", attribute, id).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void headingsLeaveNoLevelOut(Document document) throws Exception {
    Element page = tree(HtmlRenderer.page(document).replace("\u0007", ""));
    List<String> headings =
        elements(page, "*").stream()
            .map(Element::getTagName)
            .filter(name -> name.matches("h[1-6]"))
            .toList();
    assertThat(headings).startsWith("h1").hasSize(1 + document.sections().size());
    assertThat(headings.subList(1, headings.size())).containsOnly("h2");
    assertThat(elements(page, "title").get(0).getTextContent())
        .isEqualTo(document.title().replace("\u0007", "") + " · Sluice");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void nothingIsFetchedAndNothingRunsButThePagesOwn(Document document) throws Exception {
    Element page = tree(HtmlRenderer.page(document).replace("\u0007", ""));
    Set<String> fetching = Set.of("src", "srcset", "action", "data", "poster", "background");
    for (Element element : elements(page, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = element.getAttributes().item(i).getNodeName();
        String value = element.getAttributes().item(i).getNodeValue();
        assertThat(name).doesNotStartWith("on").isNotIn(fetching).isNotEqualTo("style");
        if (name.endsWith("href")) {
          assertThat(value).startsWith("#");
        }
      }
    }
    assertThat(elements(page, "link")).isEmpty();
    List<Element> programs =
        elements(page, "script").stream()
            .filter(script -> !script.getAttribute("type").equals("application/json"))
            .toList();
    assertThat(programs).hasSize(1);
    for (Element text : List.of(programs.get(0), elements(page, "style").get(0))) {
      assertThat(text.getTextContent()).doesNotContain("@import", "url(", "fetch(", "import(");
    }
  }

  @Test
  void thePolicyAllowsExactlyTheStyleAndTheScriptOfThePage() throws Exception {
    String page = HtmlRenderer.page(new MadeUpStudy().document());
    String policy = HtmlRenderer.contentSecurityPolicy();
    for (String kind : List.of("style", "script")) {
      Matcher own = Pattern.compile("(?s)<" + kind + ">(.*?)</" + kind + ">").matcher(page);
      assertThat(own.find()).isTrue();
      String hash =
          Base64.getEncoder()
              .encodeToString(
                  MessageDigest.getInstance("SHA-256")
                      .digest(own.group(1).getBytes(StandardCharsets.UTF_8)));
      assertThat(policy).contains(kind + "-src 'sha256-" + hash + "';");
      assertThat(own.find()).as("another " + kind).isFalse();
    }
    assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe", "http", "*");
  }

  @Test
  void labelsOfUsersAreShownAsTheyAre() throws Exception {
    Document document = documents().skip(2).findFirst().orElseThrow();
    String html = HtmlRenderer.page(document);
    assertThat(html).doesNotContain("<script>alert", "<i>sin", "<b>&");
    Element page = tree(html);
    assertThat(elements(page, "h1").get(0).getTextContent()).isEqualTo(document.title());
    List<String> cells = elements(page, "td").stream().map(Element::getTextContent).toList();
    assertThat(cells).contains("<i>sin</i>", "a&b", "\"quoted\"", "it's");
    assertThat(elements(page, "caption"))
        .anyMatch(caption -> caption.getTextContent().endsWith(": <b>&\"'"));
  }

  @Test
  void everyTableHasItsCaptionAndColumnHeads() throws Exception {
    Document document = new MadeUpStudy().document(2);
    Element page = tree(HtmlRenderer.page(document));
    for (Element table : elements(page, "table")) {
      assertThat(elements(table, "caption")).hasSize(1);
      int columns = elements(table, "th").size();
      for (Element row : elements(elements(table, "tbody").get(0), "tr")) {
        assertThat(elements(row, "td")).hasSize(columns);
      }
      assertThat(elements(table, "th")).allMatch(head -> head.getAttribute("scope").equals("col"));
    }
    int rows = document.tables().stream().mapToInt(table -> table.rows().size()).sum();
    int shown =
        elements(page, "tbody").stream().mapToInt(body -> elements(body, "tr").size()).sum();
    assertThat(shown).as("all rows, also those that are seen later").isEqualTo(rows);
  }

  @Test
  void aFragmentIsWhatStandsInThePage() {
    Document document = new MadeUpStudy().document();
    assertThat(HtmlRenderer.page(document)).contains(HtmlRenderer.fragment(document));
    assertThat(HtmlRenderer.fragment(document)).doesNotContain("<style", "<html");
  }
}
