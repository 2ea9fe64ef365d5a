package io.sluice.engine.schedule;

import io.sluice.engine.study.Patience;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A factor s(t) of the updates of an optimizer, t counting the updates before from 0. For every
 * optimizer whose update is its learning rate times something else, that is the learning rate η
 * s(t); the rate declared is the largest. Two schedules of one kind with the same numbers are
 * equal.
 *
 * <p>Lengths are whole numbers of updates from 1 on, or below 1 shares of the updates that are
 * planned. A warm-up of W updates comes first, with s(t) = (t + 1) / W (Goyal et al. 2017, arXiv
 * 1706.02677); what follows it counts its t from 0 and has the rest as its length T.
 */
public sealed interface Schedule extends Component
    permits Constant,
        StepDecay,
        ExponentialDecay,
        LinearDecay,
        CosineDecay,
        OneCycle,
        ReduceOnPlateau {

  /** s(t) = 1, the preset. */
  Schedule CONSTANT = new Constant(0);

  /** Every schedule with its presets, in the order of the documentation. */
  static List<Schedule> all() {
    return List.of(
        CONSTANT,
        new StepDecay(0.3, 0.1, 0),
        new ExponentialDecay(0.999, 0),
        new LinearDecay(0, 0),
        new CosineDecay(0, 0),
        new OneCycle(0.3, 25, 1e4),
        new ReduceOnPlateau(0.1, 10, 1e-4, 0));
  }

  @Override
  Schedule with(Map<String, Double> values);

  /** The length of the warm-up; 0 if there is none. */
  double warmUp();

  /**
   * The factor after the warm-up.
   *
   * @param update t, from 0 to below the length
   * @param length T, how many updates there are
   */
  double afterWarmUp(long update, long length);

  /** How long the loss that is monitored may stand still before the updates become smaller. */
  default Patience patience() {
    return Patience.NONE;
  }

  /** What the updates from then on are multiplied by besides. */
  default double reduction() {
    return 1;
  }

  /**
   * s(t), but for what a loss that stood still has reduced.
   *
   * @param update t, from 0 to below the number planned
   * @param planned how many updates are planned
   */
  default double factor(long update, long planned) {
    long warm = Math.min(planned, Length.updates(warmUp(), planned));
    return update < warm ? (update + 1.0) / warm : afterWarmUp(update - warm, planned - warm);
  }

  /** The id, and in brackets the values that are not presets: {@code cosine(warm-up=50)}. */
  default String label() {
    List<Hyperparameter> presets =
        all().stream().filter(s -> s.id().equals(id())).findFirst().orElseThrow().hyperparameters();
    StringJoiner changed = new StringJoiner(" ", "(", ")").setEmptyValue("");
    for (int i = 0; i < presets.size(); i++) {
      Hyperparameter value = hyperparameters().get(i);
      if (value.value() != presets.get(i).value()) {
        changed.add(value.name() + "=" + NumberText.of(value.value()));
      }
    }
    return id() + changed;
  }
}
