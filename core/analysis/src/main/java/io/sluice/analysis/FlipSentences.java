package io.sluice.analysis;

import io.sluice.analysis.judge.RankFlips;
import java.util.ArrayList;
import java.util.List;

/**
 * Says whether the order of the levels of a factor depends on the budget, where it clearly does.
 */
final class FlipSentences {

  private FlipSentences() {}

  /** One sentence for each factor with a flip; contenders only where no factor alone has one. */
  static List<String> of(List<RankFlips> flips) {
    List<String> sentences = new ArrayList<>();
    for (RankFlips flip : flips) {
      boolean contenders = flip.factor().equals("contender");
      if (!flip.flips().isEmpty() && !(contenders && !sentences.isEmpty())) {
        sentences.add(sentence(flip));
      }
    }
    return sentences;
  }

  private static String sentence(RankFlips flip) {
    RankFlips.Flip clearest = flip.flips().get(0);
    int count = flip.flips().size();
    String example =
        clearest.early()
            + " leads "
            + clearest.late()
            + " at "
            + Figures.number(flip.early())
            + " and trails it at "
            + Figures.number(flip.late());
    String what =
        "The order of the "
            + plural(flip.factor().replace('-', ' '))
            + " at loss "
            + Figures.exact(flip.target())
            + " depends on the budget: ";
    if (flip.clear() == 1) {
      return what + example + ".";
    }
    return what
        + count
        + " of the "
        + flip.clear()
        + " pairs whose order is clear "
        + (count == 1 ? "stands" : "stand")
        + " the other way round at a tenth of it; "
        + example
        + ".";
  }

  private static String plural(String factor) {
    if (factor.endsWith("y")) {
      return factor.substring(0, factor.length() - 1) + "ies";
    }
    return factor.endsWith("s") ? factor : factor + "s";
  }
}
