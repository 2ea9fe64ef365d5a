package io.sluice.dist.page;

import io.sluice.report.figure.CurveTraits;
import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Activations by kinds, of which one may have several. */
record KindIndex(List<Activation> activations, Map<String, CurveTraits> traits) {

  KindIndex {
    activations = List.copyOf(activations);
    traits = Map.copyOf(traits);
  }

  /** The index as a chapter in Markdown. */
  String text() {
    return "## By kind\n\n"
        + "Bounds are declared; that a function falls, oscillates or jumps was seen by looking at it"
        + " from −"
        + CurveTraits.REACH
        + " to "
        + CurveTraits.REACH
        + ", with the presets.\n\n"
        + "| kind | activations |\n|---|---|\n"
        + row("bounded", each -> each.range().isBounded())
        + row("bounded below only", each -> isAbove(each.range()) && !isBelow(each.range()))
        + row("bounded above only", each -> isBelow(each.range()) && !isAbove(each.range()))
        + row("unbounded", each -> !isAbove(each.range()) && !isBelow(each.range()))
        + row("rises and falls", seen(each -> each.falls() && !each.oscillates()))
        + row(
            "oscillates: turns at least " + CurveTraits.MANY_TURNS + " times",
            seen(CurveTraits::oscillates))
        + row("has kinks", each -> each.kinks().length > 0)
        + row("jumps", seen(CurveTraits::jumps))
        + row("has trainable parameters", each -> each instanceof TrainableActivation)
        + row("these are trained unless a study says otherwise", KindIndex::isTrained)
        + "\n";
  }

  /** Whether parameters are trained unless a study says otherwise. */
  static boolean isTrained(Activation activation) {
    return activation instanceof TrainableActivation
        && ((TrainableActivation) activation).sharing() != TrainableActivation.Sharing.FIXED;
  }

  private static boolean isAbove(Interval range) {
    return Double.isFinite(range.lower());
  }

  private static boolean isBelow(Interval range) {
    return Double.isFinite(range.upper());
  }

  private Predicate<Activation> seen(Predicate<CurveTraits> trait) {
    return each -> traits.containsKey(each.id()) && trait.test(traits.get(each.id()));
  }

  private String row(String kind, Predicate<Activation> belongs) {
    List<String> links =
        activations.stream()
            .filter(belongs)
            .map(each -> "[" + each.id() + "](#" + each.id() + ")")
            .collect(Collectors.toList());
    return links.isEmpty()
        ? ""
        : "| " + kind + " (" + links.size() + ") | " + String.join(", ", links) + " |\n";
  }
}
