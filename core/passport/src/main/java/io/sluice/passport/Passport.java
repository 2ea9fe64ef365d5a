package io.sluice.passport;

import io.sluice.spi.Activation;
import io.sluice.spi.Description;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The verified properties of one activation, as configured.
 *
 * @param id the activation's id
 * @param hyperparameters its values by name
 * @param description what it says of itself, with its notes and whether its source was read
 * @param range its values
 * @param slopes its slopes
 * @param shape monotone, odd, even, convex, how smooth, and its kinks
 * @param reach up to which size of x something is proved, infinity for all; empty if there is no
 *     formula to prove by
 * @param zeros where f(x) = 0
 * @param fixedPoints where f(x) = x
 * @param saturation beyond which x the slope is small, for each threshold
 * @param below what it does towards -∞
 * @param above what it does towards ∞
 * @param sums what it does to standard normal sums
 * @param publishedGain PyTorch's gain of this name, where it has one
 * @param edgeOfChaos points of the edge of chaos, by σ_b
 * @param accuracy how far the block form is from the formula; empty if there is none to compare
 *     with
 * @param findings what it says of itself and should not
 */
public record Passport(
    String id,
    Map<String, Double> hyperparameters,
    Description description,
    Range range,
    Slopes slopes,
    Shape shape,
    OptionalDouble reach,
    Roots zeros,
    Roots fixedPoints,
    List<Saturation> saturation,
    End below,
    End above,
    NormalSums sums,
    OptionalDouble publishedGain,
    List<EdgePoint> edgeOfChaos,
    Optional<Accuracy> accuracy,
    List<Finding> findings) {

  public Passport {
    hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
    saturation = List.copyOf(saturation);
    edgeOfChaos = List.copyOf(edgeOfChaos);
    findings = List.copyOf(findings);
  }

  /** Computes the passport, which takes from a tenth of a second to some seconds. */
  public static Passport of(Activation activation) {
    return new Examination(activation).passport();
  }

  /** Computes only what an activation says of itself and should not; the quick part. */
  public static List<Finding> findings(Activation activation) {
    return new Examination(activation).findings();
  }

  /** Computes only the slopes. */
  public static Slopes slopes(Activation activation) {
    return new Examination(activation).slopes();
  }

  /** Whether nothing that the activation declares is contradicted. */
  public boolean isValid() {
    return findings.stream().noneMatch(Finding::isContradiction);
  }
}
