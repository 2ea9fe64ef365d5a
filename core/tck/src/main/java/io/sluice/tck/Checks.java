package io.sluice.tck;

import io.sluice.spi.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All promises of all ports, for programs that run them without JUnit. */
public final class Checks {

  /** How many checks of one component may fail to come back before the rest is left. */
  private static final int MOST_ENDLESS = 2;

  private static final List<Check<?>> ALL =
      Stream.<List<? extends Check<?>>>of(
              ComponentChecks.ALL,
              ActivationChecks.ALL,
              TrainableActivationChecks.ALL,
              StochasticActivationChecks.ALL,
              LayerActivationChecks.ALL,
              GradientOptimizerChecks.ALL,
              PopulationOptimizerChecks.ALL,
              OracleOptimizerChecks.ALL,
              OptimizerWrapperChecks.ALL,
              ResultStoreChecks.ALL)
          .<Check<?>>flatMap(List::stream)
          .toList();

  private Checks() {}

  /** Every check there is, those of all components first. */
  public static List<Check<?>> all() {
    return ALL;
  }

  /**
   * The checks of the promises that this component made by implementing its ports, and that can be
   * run.
   */
  public static List<Check<?>> of(Component component) {
    return ALL.stream()
        .filter(check -> check.concerns(component) && ResultStoreChecks.canRun(check, component))
        .toList();
  }

  /** What all checks of this component find, in their order. */
  public static List<Finding> run(Component component) {
    List<Finding> findings = new ArrayList<>();
    of(component).forEach(check -> findings.addAll(check.run(component)));
    return findings;
  }

  /**
   * What these checks find, none of which is waited for longer than this. Of a component that does
   * not come back from two of them the rest is not tried: each leaves a thread at work for good.
   *
   * @param checks checks of this component's promises, in any order
   */
  public static List<Finding> run(Component component, List<Check<?>> checks, Duration limit)
      throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    int endless = 0;
    for (int i = 0; i < checks.size() && endless < MOST_ENDLESS; i++) {
      List<Finding> found = checks.get(i).run(component, limit);
      findings.addAll(found);
      endless += found.stream().anyMatch(Finding::isEndless) ? 1 : 0;
      int left = checks.size() - i - 1;
      if (endless == MOST_ENDLESS && left > 0) {
        String message =
            left + (left == 1 ? " more check was" : " more checks were") + " not tried";
        findings.add(new Finding(checks.get(i).id(), Finding.Kind.REMARK, message));
      }
    }
    return findings;
  }
}
