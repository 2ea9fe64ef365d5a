package io.sluice.dist.page;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Standing;
import io.sluice.analysis.claim.Verdict;
import io.sluice.report.ClaimDocument;
import io.sluice.report.Code;
import io.sluice.report.Document;
import io.sluice.report.Figure;
import io.sluice.report.MarkdownRenderer;
import io.sluice.report.Section;
import io.sluice.report.figure.Styles;
import io.sluice.studies.CanonicalJson;
import io.sluice.studies.ClaimCard;
import io.sluice.studies.ShippedClaims;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The page of a claim that comes along, in Markdown. Its first part is made from rows and kept
 * until rows are looked at again; a mark says of which experiment they are and what they say. Its
 * second part is what stands in the card.
 */
final class ClaimPage {

  /** The folder of the pages. */
  static final String PAGES = "claims";

  /** The folder of the drawings. */
  static final String DRAWINGS = "pictures/claims";

  private static final String CARD = "\n<!-- what stands in the card -->\n";
  private static final Pattern MARK =
      Pattern.compile("<!-- rows: ([0-9a-f]{8}), ([a-z]+), ([a-z -]+) -->\n");

  private final ClaimCard card;
  private final Claim claim;

  ClaimPage(String id) {
    card = ShippedClaims.read(id);
    claim = card.claim();
  }

  /**
   * What a page that was kept says of rows.
   *
   * @param experiment a checksum of what was run and asked
   * @param verdict a word, {@code none} if there are no rows
   * @param state what is there of the rows
   * @param text the part itself, with its mark
   */
  record Kept(String experiment, String verdict, String state, String text) {

    /** Whether it says anything. */
    boolean hasVerdict() {
      return !verdict.equals("none");
    }
  }

  /** The name of the page, relative to the folder of all documentation. */
  String name() {
    return PAGES + '/' + claim.id() + ".md";
  }

  Claim claim() {
    return claim;
  }

  /** What a page says of rows, if it is one. */
  static Optional<Kept> kept(String page) {
    Matcher mark = MARK.matcher(page);
    int end = page.indexOf(CARD);
    return mark.find() && mark.end() <= end
        ? Optional.of(
            new Kept(
                mark.group(1), mark.group(2), mark.group(3), page.substring(mark.start(), end)))
        : Optional.empty();
  }

  /** What rows say now. */
  Kept of(Standing standing) {
    String verdict = standing.verdict(claim).map(Verdict::word).orElse("none");
    String state = standing.state().words();
    String mark = "<!-- rows: " + experiment() + ", " + verdict + ", " + state + " -->\n";
    String text = body(standing, ClaimDocument::isOfRows);
    return new Kept(experiment(), verdict, state, mark + text);
  }

  /** The whole page. */
  String with(Kept rows) {
    Standing none = Standing.without(claim);
    String head = text(none, section -> false);
    return head + '\n' + rows.text() + CARD + body(none, s -> !ClaimDocument.isOfRows(s));
  }

  /** The drawings, by their names relative to the folder of all documentation. */
  Map<String, String> drawings(Standing standing) {
    Map<String, String> drawings = new TreeMap<>();
    for (Figure figure : document(standing, section -> true).figures()) {
      drawings.put(drawing(figure), Styles.standalone(figure.svg()));
    }
    return drawings;
  }

  private String drawing(Figure figure) {
    return DRAWINGS + '/' + claim.id() + '-' + figure.id() + ".svg";
  }

  /** A checksum of what is run and asked, whoever says it and whatever is expected. */
  String experiment() {
    List<String> parts = new ArrayList<>();
    card.studies().forEach((name, study) -> parts.add(name + CanonicalJson.of(study.spec())));
    claim.decide().map(Rule::words).ifPresent(parts::add);
    claim
        .controls()
        .forEach(one -> parts.add(one.name() + " " + one.must() + " " + one.rule().words()));
    CRC32 sum = new CRC32();
    sum.update(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", sum.getValue());
  }

  private String body(Standing standing, Predicate<Section> which) {
    String whole = text(standing, which);
    return whole.substring(text(standing, section -> false).length());
  }

  private String text(Standing standing, Predicate<Section> which) {
    return new MarkdownRenderer(figure -> "../" + drawing(figure)).of(document(standing, which));
  }

  private Document document(Standing standing, Predicate<Section> which) {
    String run = "sluice claims run " + claim.id();
    Document whole = ClaimDocument.of(claim, standing, List.of(run, run + " --quick"));
    List<Section> sections = new ArrayList<>(whole.sections());
    Code text = new Code("card", "The text that is read", ShippedClaims.card(claim.id()).strip());
    sections.add(new Section("card", "The card", List.of(text)));
    return new Document(
        whole.title(),
        whole.question(),
        whole.facts(),
        sections.stream().filter(which).collect(Collectors.toList()));
  }
}
