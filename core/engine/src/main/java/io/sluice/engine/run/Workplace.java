package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.Component;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What all workers of a plan in one process share: memory, how they work, and which components did
 * not come back and are not tried again.
 */
record Workplace(
    StudyPlan plan,
    RunOptions options,
    BlockSpace space,
    MeasurementRoom room,
    Map<String, String> hung) {

  /** A place where nobody has worked yet. */
  Workplace(StudyPlan plan, RunOptions options) {
    this(plan, options, new BlockSpace(), MeasurementRoom.ofHeap(), new ConcurrentHashMap<>());
  }

  /**
   * A component does not come back and is not tried again.
   *
   * @return why, for people
   */
  String giveUp(Component component, String message) {
    String name = plan.name(component);
    String reason = name + " " + message;
    hung.putIfAbsent(name, reason);
    return reason;
  }

  /** Why these trials, which differ only in numbers, need not be tried; null if they may be. */
  String complaint(long[] trials) {
    if (hung.isEmpty()) {
      return null;
    }
    TrialSetup setup = plan.cellOf(trials[0]);
    return components(setup)
        .map(component -> hung.get(plan.name(component)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Component> components(TrialSetup setup) {
    Stream<Component> layers =
        setup.task() instanceof Task.Fit
            ? ((Task.Fit) setup.task())
                .network().layers().stream()
                    .flatMap(layer -> Stream.of(layer.activation(), layer.layerActivation()))
            : Stream.empty();
    return Stream.concat(Stream.of(setup.optimizer()), layers).filter(Objects::nonNull);
  }
}
