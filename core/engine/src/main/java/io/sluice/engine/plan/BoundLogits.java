package io.sluice.engine.plan;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Activated output layers that cannot give every number, under a loss that takes its outputs as
 * logits: a sigmoid there gives 0 to 1, so that its logistic probabilities lie between 0.5 and
 * 0.73. Such a network is trained as any other, but hardly what was meant.
 */
final class BoundLogits {

  /** So many are named. */
  private static final int NAMED = 3;

  private final Map<String, Map<String, Interval>> ranges = new LinkedHashMap<>();

  /** Looks at a network that is fitted with this loss. */
  void look(Loss loss, NetworkShape network) {
    LayerShape last = network.layers().get(network.layers().size() - 1);
    ActivationFunction activation =
        last.activation() == null ? last.layerActivation() : last.activation();
    if (!loss.isForClasses() || activation == null || last.residual()) {
      return;
    }
    Interval range = activation.range();
    if (range.lower() > Double.NEGATIVE_INFINITY || range.upper() < Double.POSITIVE_INFINITY) {
      ranges
          .computeIfAbsent(loss.id(), id -> new LinkedHashMap<>())
          .putIfAbsent(activation.id(), range);
    }
  }

  /** One sentence for each loss. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    ranges.forEach(
        (loss, all) -> {
          List<String> named = new ArrayList<>();
          all.entrySet().stream()
              .limit(NAMED)
              .forEach(each -> named.add(each.getKey() + " in " + each.getValue()));
          int more = all.size() - named.size();
          notes.add(
              loss
                  + " takes outputs as logits, which are any numbers, but the activated output"
                  + " layer gives only those of "
                  + String.join(", ", named)
                  + (more > 0 ? " and of " + more + " more" : "")
                  + ": that limits the probabilities; linear outputs, without output: activated,"
                  + " do not");
        });
    return notes;
  }
}
