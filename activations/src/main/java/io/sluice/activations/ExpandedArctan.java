package io.sluice.activations;

import io.sluice.spi.Activation;
import io.sluice.spi.Description;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x ((1 + 2 α) g(x) - α) with the arctangent gate g and a trained α: the gate runs from -α
 * to 1 + α. With u = x g, f' = (1 + 2 α) u' - α, and the slope by α is 2 u - x.
 *
 * @param alpha α, how far the gate is expanded, trained
 */
@Extension
public record ExpandedArctan(double alpha) implements ExpandedGate {

  private static final Activation UNIT = new CauchyLinear();

  /** The preset. */
  public ExpandedArctan() {
    this(0);
  }

  @Override
  public String id() {
    return "xatlu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line with an expanded arctangent gate",
            "x * ((1 + 2 * alpha) * (atan(x) + pi / 2) / pi - alpha)",
            "Huang, arXiv 2405.20768")
        .sourceUnread();
  }

  @Override
  public Activation unit() {
    return UNIT;
  }

  @Override
  public ExpandedArctan with(Map<String, Double> values) {
    return new ExpandedArctan(values.get("alpha"));
  }
}
