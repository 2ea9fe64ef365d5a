package io.sluice.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.Component;
import io.sluice.spi.Description;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private record Named(String id, List<String> aliases) implements Component {
    @Override
    public Description description() {
      return Description.none().aliases(aliases.toArray(String[]::new));
    }
  }

  private static Catalog.Entry<Named> entry(String plugin, String id, String... aliases) {
    return new Catalog.Entry<>(
        new Named(id, List.of(aliases)), new Origin(plugin, "1.0", plugin + ".jar", "00"));
  }

  private final Catalog<Named> catalog =
      Catalog.of(List.of(entry("a", "silu", "swish"), entry("b", "relu"), entry("a", "elu")));

  @Test
  void entriesStandInTheOrderOfTheirIds() {
    assertThat(catalog.entries())
        .extracting(Catalog.Entry::id)
        .containsExactly("elu", "relu", "silu");
  }

  @Test
  void idsAndAliasesFindTheSameEntry() {
    assertThat(catalog.find("silu")).isPresent();
    assertThat(catalog.find("swish")).isEqualTo(catalog.find("silu"));
    assertThat(catalog.find("Silu")).isEmpty();
    assertThat(catalog.find("mish")).isEmpty();
  }

  @Test
  void nearestNamesIdsAndAliases() {
    assertThat(catalog.hint("swich")).isEqualTo(" (did you mean \"swish\"?)");
    assertThat(catalog.hint("rleu")).isEqualTo(" (did you mean \"relu\"?)");
    assertThat(catalog.hint("momentum")).isEmpty();
  }

  @Test
  void oneIdForTwoComponentsIsRefusedNamingBothOrigins() {
    assertThatThrownBy(() -> Catalog.of(List.of(entry("a", "relu"), entry("b", "relu"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"relu\" stands for relu of a 1.0 and for relu of b 1.0");
  }

  @Test
  void anAliasThatIsAnotherComponentsIdIsRefused() {
    assertThatThrownBy(() -> Catalog.of(List.of(entry("a", "silu", "swish"), entry("b", "swish"))))
        .hasMessage("\"swish\" stands for silu of a 1.0 and for swish of b 1.0");
    assertThatThrownBy(() -> Catalog.of(List.of(entry("a", "x", "z"), entry("b", "y", "z"))))
        .hasMessage("\"z\" stands for x of a 1.0 and for y of b 1.0");
  }
}
