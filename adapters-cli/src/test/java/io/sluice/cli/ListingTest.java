package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingTest {

  @Test
  void aLongTextIsCutForTablesOnly() {
    assertThat(Listing.cut("x * tanh(softplus(x))", 10))
        .isEqualTo(new Listing.Rounded("x * tanh(softplus(x))", "x * tanh(…"));
    assertThat(Listing.cut("x if x > 0 else 0", 6).text()).isEqualTo("x if…");
    assertThat(Listing.cut("x * tanh(x)", 11).text()).isEqualTo("x * tanh(x)");
  }

  @Test
  void aMapIsCutAsItIsShown() {
    Map<String, Double> presets = Map.of("negative-slope", 0.25);
    assertThat(Listing.cut(presets, 18).text()).isEqualTo("negative-slope=0.…");
    assertThat(Listing.cut(presets, 18).exact()).isEqualTo(presets);
  }
}
