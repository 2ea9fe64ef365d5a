package io.sluice.analysis;

import io.sluice.spi.Cell;
import java.util.ArrayList;
import java.util.List;

/** Says whether the activation or the optimizer decides more, as far as that can be told. */
final class VarianceSentences {

  private VarianceSentences() {}

  /** Nothing if no problem has both two activations and two optimizers. */
  static List<String> of(StudyRows rows, List<VarianceShares> variance) {
    double target = rows.header().targets().get(rows.headlineTarget());
    List<VarianceShares> headline =
        variance.stream().filter(shares -> shares.target() == target).toList();
    if (headline.isEmpty()) {
      return List.of();
    }
    VarianceShares main = headline.get(0);
    List<String> sentences = new ArrayList<>();
    sentences.add(
        verdict(main)
            + ": of the variance of log cost to loss "
            + Figures.exact(target)
            + (main.overall() || rows.levels("problem").size() == 1 ? "" : " on " + main.problem())
            + ", the optimizer explains "
            + Figures.percent(main.optimizer())
            + ", the activation "
            + Figures.percent(main.activation())
            + ", their interaction "
            + Figures.percent(main.interaction())
            + "; "
            + Figures.percent(main.within().value())
            + " is left to the seeds"
            + (othersVary(rows) ? " and the other factors." : "."));
    if (main.censored().count() > 0) {
      sentences.add(
          Figures.percent(main.censored().value())
              + " of these trials never reached that loss and count with the budget.");
    }
    List<String> opposite =
        headline.stream()
            .filter(shares -> decided(main) * decided(shares) < 0)
            .map(VarianceShares::problem)
            .toList();
    if (!opposite.isEmpty()) {
      sentences.add("On " + list(opposite) + " it is the other way round.");
    }
    return sentences;
  }

  private static String verdict(VarianceShares shares) {
    String verdict;
    switch (decided(shares)) {
      case 1:
        verdict = "The optimizer decides more than the activation";
        break;
      case -1:
        verdict = "The activation decides more than the optimizer";
        break;
      default:
        verdict = "Whether the optimizer or the activation decides more cannot be told";
    }
    Estimate interaction = shares.interaction();
    boolean more =
        interaction.hasInterval()
            && interaction.lower() > shares.activation().upper()
            && interaction.lower() > shares.optimizer().upper();
    return more ? verdict + ", but how the two fit decides more than either" : verdict;
  }

  /** 1 for the optimizer, −1 for the activation, 0 where the interval of the lead has 0 in it. */
  private static int decided(VarianceShares shares) {
    Estimate lead = shares.lead();
    if (!lead.hasInterval() || (lead.lower() <= 0 && lead.upper() >= 0)) {
      return 0;
    }
    return lead.lower() > 0 ? 1 : -1;
  }

  private static boolean othersVary(StudyRows rows) {
    return Cell.FACTORS.stream()
        .filter(factor -> !factor.equals("activation") && !factor.equals("optimizer"))
        .anyMatch(factor -> rows.levels(factor).size() > 1);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
