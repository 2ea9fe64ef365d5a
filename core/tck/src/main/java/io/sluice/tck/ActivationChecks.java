package io.sluice.tck;

import io.sluice.spi.Activation;
import java.util.List;

/** What every {@link Activation} promises besides what all components promise. */
public final class ActivationChecks {

  /** NaN in gives NaN out, so that a diverged trial is seen. */
  public static final Check<Activation> NAN =
      check("nan", "NaN in gives NaN out, so that a diverged trial is seen", Values::nan);

  /** No finite input gives NaN, and no ordinary one an infinity. */
  public static final Check<Activation> FINITE =
      check("finite", "Finite inputs give numbers, ordinary ones finite numbers", Values::finite);

  /** Every value lies in the declared range, but for the last places of its ends. */
  public static final Check<Activation> RANGE =
      check("range", "Every value lies in the declared range", Values::range);

  /** A copy with the values it has already is the same function, to the bit. */
  public static final Check<Activation> SAME_COPY =
      check("same-copy", "A copy with the same values is the same function", Settings::same);

  /** Copies with other hyper-parameters do not disturb the original. */
  public static final Check<Activation> APART =
      check("apart", "A copy in use leaves the original as it is", Settings::apart);

  /** The ends of the ranges of hyper-parameters can be had. */
  public static final Check<Activation> EXTREMES =
      check("extremes", "The ends of the hyper-parameters' ranges can be had", Settings::extremes);

  /** Away from the declared kinks the slope is the slope of the values. */
  public static final Check<Activation> SLOPE =
      check("slope", "The slope is the derivative of the value", Slopes::derivative);

  /** The slope keeps its digits where the function saturates. */
  public static final Check<Activation> SATURATED_SLOPE =
      check("saturated-slope", "The slope keeps its digits near saturation", Slopes::saturated);

  /** The values are those of the description's formula, if Sluice can read it. */
  public static final Check<Activation> FORMULA =
      check(
          "formula",
          "The value is what the formula of its description gives",
          FormulaAgreement::look);

  /** Where the slope or the value jumps, a kink is declared; and the kinks ascend. */
  public static final Check<Activation> KINKS =
      check("kinks", "Slope and value jump at declared kinks only", Kinks::look);

  /** The same input gives the same bits, whatever was asked in between. */
  public static final Check<Activation> REPEATABLE =
      check("repeatable", "The same input gives the same bits again", Repetition::alone);

  /** Several threads may use one activation. */
  public static final Check<Activation> THREADS =
      check("threads", "Two threads at once get the same bits as one", Repetition::together);

  /** The block forms give the bits of the scalar forms and touch nothing else. */
  public static final Check<Activation> BLOCKS =
      check("blocks", "The block forms give the bits of the scalar forms", Blocks::look);

  /** All of them. */
  public static final List<Check<Activation>> ALL =
      List.of(
          NAN,
          FINITE,
          RANGE,
          SAME_COPY,
          APART,
          EXTREMES,
          SLOPE,
          SATURATED_SLOPE,
          FORMULA,
          KINKS,
          REPEATABLE,
          THREADS,
          BLOCKS);

  private ActivationChecks() {}

  private static Check<Activation> check(String id, String title, Check.Body<Activation> body) {
    return new Check<>(id, title, Activation.class, body);
  }
}
