package io.sluice.analysis.claim;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Explained;
import io.sluice.analysis.Figures;
import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How much of the variance of single trials a factor explains, or two factors together, alone or
 * more than another: the decomposition of the report. Losses and metrics are taken apart by ranks.
 *
 * @param of the trials that are taken apart
 * @param by what is taken apart
 * @param factors one factor, or two that act together
 * @param than what they are held against; empty where their share itself is
 * @param atLeast the smallest share, or lead, that matters; above 0
 */
public record Sources(Group of, Measure by, List<String> factors, List<String> than, double atLeast)
    implements Rule {

  public Sources {
    factors = List.copyOf(factors);
    than = List.copyOf(than);
    if (!(atLeast > 0 && atLeast < 1)) {
      throw new IllegalArgumentException(
          "the share that matters is between 0 and 1, not " + Figures.exact(atLeast));
    }
    if (factors.isEmpty() || factors.size() > 2 || than.size() > 2 || factors.equals(than)) {
      throw new IllegalArgumentException(
          "one factor, or two together, explain more than others, not "
              + String.join(" × ", factors)
              + (than.isEmpty() ? "" : " more than " + String.join(" × ", than)));
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    Set<CellSamples> cells = Set.copyOf(of.cells(evidence));
    Optional<Decomposition> found =
        Explained.of(evidence.of(of.study()), by.response(), cells::contains)
            .map(Explained::decomposition);
    Estimate estimate =
        found.map(sources -> share(sources, level)).orElse(Estimate.withoutInterval(Double.NaN));
    Verdict verdict = new Criterion.AtLeast(atLeast).of(estimate);
    int repeats = found.map(Decomposition::repeats).orElse(0);
    Effect effect = new Effect(quantity(), estimate, "", level, repeats);
    return Finding.of(
        words(),
        verdict,
        effect,
        found.isEmpty()
            ? "all trials have the same number"
            : quantity() + ": " + effect.words() + " over " + repeats + " repeats",
        "an interval that reaches " + Figures.number(verdict == Verdict.SUPPORTED ? 0 : atLeast));
  }

  private Estimate share(Decomposition sources, double level) {
    Source first = source(sources, factors);
    return than.isEmpty()
        ? sources.share(first, level)
        : sources.lead(first, source(sources, than), level);
  }

  private static Source source(Decomposition sources, List<String> factors) {
    return sources.sources().stream()
        .filter(source -> Set.copyOf(source.factors()).equals(Set.copyOf(factors)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.join(" × ", factors) + " does not vary in these trials"));
  }

  private String quantity() {
    String share = "share of " + String.join(" × ", factors);
    return (than.isEmpty() ? share : share + " less that of " + String.join(" × ", than))
        + " in the variance of the "
        + by.response().name()
        + (of.labels().isEmpty() ? "" : ", " + of.words());
  }

  @Override
  public String words() {
    return "the " + quantity() + " is at least " + Figures.number(atLeast);
  }

  @Override
  public int intervals() {
    return 1;
  }

  @Override
  public List<Group> groups() {
    return List.of(of);
  }

  @Override
  public List<Measure> measures() {
    return List.of(by);
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new Sources(of.where(labels), by, factors, than, atLeast);
  }

  @Override
  public OptionalDouble power(int repeats, double level) {
    return OptionalDouble.empty();
  }
}
