package io.sluice.cli;

import io.sluice.analysis.Figures;
import io.sluice.analysis.Power;
import io.sluice.analysis.Power.Comparison;
import io.sluice.analysis.SeedSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the repeats of a study can find, in any format. */
final class PowerTables {

  private final Power power;
  private final Terminal terminal;

  PowerTables(Power power, Terminal terminal) {
    this.power = power;
    this.terminal = terminal;
  }

  void print(Format format) {
    if (format == Format.TABLE) {
      printText();
    } else {
      rows().print(format, terminal);
    }
  }

  private void printText() {
    terminal.printHeading(
        "What " + repeats(power.repeats()) + " can find",
        ", two cells against each other, with a power of "
            + Figures.percent(Power.POWER)
            + " at two-sided "
            + Figures.percent(Power.LEVEL));
    Listing smallest = new Listing(columns("smallest difference"));
    Listing needed = new Listing(columns("repeats for"));
    for (Comparison comparison : Comparison.values()) {
      List<Power.Smallest> found =
          power.smallest().stream().filter(one -> one.comparison() == comparison).toList();
      smallest.row(
          row(comparison, comparison.test(), found, one -> smallest(comparison, one.effect())));
      power.needed().stream()
          .filter(one -> one.comparison() == comparison)
          .mapToDouble(Power.Needed::effect)
          .distinct()
          .forEach(
              effect ->
                  needed.row(
                      row(
                          comparison,
                          effect(comparison, effect),
                          power.needed().stream()
                              .filter(one -> one.comparison() == comparison)
                              .filter(one -> one.effect() == effect)
                              .toList(),
                          one -> Integer.toString(one.repeats()))));
    }
    smallest.print(Format.TABLE, terminal);
    terminal.out().println();
    needed.print(Format.TABLE, terminal);
    terminal.out().println();
    terminal.printLine(spread());
    if (power.comparisons() > 1) {
      terminal.printLine(
          "Holm: one of "
              + power.comparisons()
              + " comparisons with the best contender, as many as a problem has.");
    }
  }

  private String spread() {
    if (power.spread().isEmpty()) {
      return "SD is the spread of log10 cost over the seeds; pairs are taken to be independent."
          + " With --store both are those of the trials there.";
    }
    SeedSpread spread = power.spread().get();
    return "SD is "
        + Figures.number(spread.deviation())
        + ", the spread of log10 cost to loss "
        + Figures.exact(spread.target())
        + " over the seeds in the store; cells of one seed correlate by "
        + Figures.number(spread.correlation())
        + ".";
  }

  private String[] columns(String what) {
    Stream<String> levels =
        power.comparisons() > 1 ? Stream.of("alone", "by Holm") : Stream.of("alone");
    boolean test = what.startsWith("smallest");
    return Stream.concat(Stream.of(what, test ? "by the" : "effect"), levels)
        .toArray(String[]::new);
  }

  private static <T> Object[] row(
      Comparison comparison, String second, List<T> levels, Function<T, String> text) {
    List<Object> row = new ArrayList<>(List.of(comparison.words(), second));
    levels.forEach(level -> row.add(text.apply(level)));
    return row.toArray();
  }

  private String smallest(Comparison comparison, double effect) {
    if (Double.isInfinite(effect)) {
      return "none";
    }
    return effect(comparison, effect);
  }

  private String effect(Comparison comparison, double effect) {
    if (comparison == Comparison.SUCCESS) {
      return Figures.percent(Power.BASE) + " to " + Figures.percent(Power.BASE + effect);
    }
    String factor =
        power
            .spread()
            .map(s -> " (cost times " + Figures.number(Math.pow(10, effect * s.deviation())) + ")")
            .orElse("");
    return Figures.number(effect) + " SD" + factor;
  }

  private static String repeats(int repeats) {
    return repeats == 1 ? "1 repeat" : repeats + " repeats";
  }

  private Listing rows() {
    Listing listing =
        new Listing(
            "question",
            "comparison",
            "test",
            "comparisons",
            "level",
            "repeats",
            "effect",
            "unit",
            "deviation",
            "correlation");
    for (Power.Smallest one : power.smallest()) {
      add(listing, "smallest effect", one.comparison(), one.level(), power.repeats(), one.effect());
    }
    for (Power.Needed one : power.needed()) {
      add(listing, "fewest repeats", one.comparison(), one.level(), one.repeats(), one.effect());
    }
    return listing;
  }

  private void add(
      Listing listing,
      String question,
      Comparison comparison,
      double level,
      int repeats,
      double effect) {
    listing.row(
        question,
        comparison.words(),
        comparison.test(),
        power.comparisons(),
        level,
        repeats,
        effect,
        comparison == Comparison.SUCCESS ? "share above " + Power.BASE : "SD of log10 cost",
        observed(SeedSpread::deviation),
        observed(SeedSpread::correlation));
  }

  private Double observed(Function<SeedSpread, Double> part) {
    return power.spread().map(part).orElse(null);
  }
}
