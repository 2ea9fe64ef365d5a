package io.sluice.tck;

import io.sluice.spi.OptimizerWrapper;
import java.util.List;

/** What every {@link OptimizerWrapper} promises besides what all components promise. */
public final class OptimizerWrapperChecks {

  /** With what is inside it is an optimizer, which keeps the promises of its kind. */
  public static final Check<OptimizerWrapper> WHOLE =
      check(
          "wrapper-whole",
          "Around an optimizer it keeps the promises of optimizers",
          WrapperPromises::whole);

  /** The optimizer inside makes one update in every step, and is flipped once for a flip. */
  public static final Check<OptimizerWrapper> INSIDE =
      check(
          "wrapper-inside",
          "The optimizer inside makes one update a step and is flipped as often as the whole",
          WrapperPromises::inside);

  /** With its neutral values it changes nothing. */
  public static final Check<OptimizerWrapper> NEUTRAL =
      check(
          "wrapper-neutral",
          "With its neutral values it goes where the optimizer inside goes alone",
          WrapperPromises::neutral);

  /** All of them. */
  public static final List<Check<OptimizerWrapper>> ALL = List.of(WHOLE, INSIDE, NEUTRAL);

  private OptimizerWrapperChecks() {}

  private static Check<OptimizerWrapper> check(
      String id, String title, Check.Body<OptimizerWrapper> body) {
    return new Check<>(id, title, OptimizerWrapper.class, body);
  }
}
