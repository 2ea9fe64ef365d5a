package io.sluice.tck;

import io.sluice.spi.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All promises of all ports, for programs that run them without JUnit. */
public final class Checks {

  private static final List<Check<?>> ALL =
      Stream.<List<? extends Check<?>>>of(
              ComponentChecks.ALL,
              ActivationChecks.ALL,
              TrainableActivationChecks.ALL,
              StochasticActivationChecks.ALL,
              VectorActivationChecks.ALL,
              GradientOptimizerChecks.ALL,
              PopulationOptimizerChecks.ALL)
          .<Check<?>>flatMap(List::stream)
          .toList();

  private Checks() {}

  /** Every check there is, those of all components first. */
  public static List<Check<?>> all() {
    return ALL;
  }

  /** The checks of the promises that this component made by implementing its ports. */
  public static List<Check<?>> of(Component component) {
    return ALL.stream().filter(check -> check.concerns(component)).toList();
  }

  /** What all checks of this component find, in their order. */
  public static List<Finding> run(Component component) {
    List<Finding> findings = new ArrayList<>();
    of(component).forEach(check -> findings.addAll(check.run(component)));
    return findings;
  }
}
