package io.sluice.cli;

import io.sluice.engine.text.NumberText;
import io.sluice.passport.Evidence;
import io.sluice.passport.Finding;
import io.sluice.spi.Description;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A passport for people and for programs.
 *
 * @param id of whom it is
 * @param values its hyper-parameters
 * @param description what it says of itself
 * @param findings what it should not say
 * @param listing the rows
 * @param document the same for programs
 */
record PassportSheet(
    String id,
    Map<String, Double> values,
    Description description,
    List<Finding> findings,
    Listing listing,
    Map<String, Object> document) {

  /** The columns of every passport. */
  static Listing empty() {
    return new Listing("property", "value", "evidence");
  }

  /** Adds what a component says of itself. */
  static void describe(Description description, Listing listing) {
    boolean hasSource = !description.source().isEmpty();
    row("formula", description.formula(), listing);
    row("source", description.source(), listing);
    row("source read", !hasSource ? "" : description.sourceRead() ? "yes" : "no", listing);
  }

  private static void row(String property, String value, Listing listing) {
    if (!value.isEmpty()) {
      listing.row(property, value, Evidence.DECLARED.toString());
    }
  }

  void print(Format format, Terminal terminal) {
    if (format == Format.JSON) {
      Listing.printJson(Listing.node(document), terminal.out());
    } else if (format == Format.CSV) {
      listing.print(format, terminal);
    } else {
      terminal.printHeading(title(), "  passport");
      listing.print(format, terminal);
      description.notes().forEach(note -> terminal.printLine("note: " + note));
      findings.forEach(finding -> terminal.printLine(finding.severity() + ": " + finding));
    }
    terminal.out().flush();
  }

  private String title() {
    return id
        + values.entrySet().stream()
            .map(entry -> " " + entry.getKey() + "=" + NumberText.of(entry.getValue()))
            .collect(Collectors.joining());
  }

  /** What contradicts the declaration, one line each; empty if nothing does. */
  List<String> contradictions() {
    return findings.stream()
        .filter(Finding::isContradiction)
        .map(finding -> id + ": " + finding)
        .toList();
  }
}
