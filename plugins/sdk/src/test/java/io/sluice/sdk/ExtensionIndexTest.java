package io.sluice.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.ResultStoreProvider;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.pf4j.ExtensionPoint;

class ExtensionIndexTest {

  private static final String INDEX = "META-INF/extensions.idx";

  @Test
  void noneIsOnTheClassPathForAPluginToInherit() throws IOException {
    assertThat(Collections.list(ActivationExtension.class.getClassLoader().getResources(INDEX)))
        .isEmpty();
  }

  @Test
  void noneIsAmongTheClasses() throws URISyntaxException {
    Path classes =
        Path.of(
            ActivationExtension.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    assertThat(Files.exists(classes.resolve("io/sluice/sdk/ActivationExtension.class"))).isTrue();
    assertThat(Files.exists(classes.resolve(INDEX))).isFalse();
  }

  @Test
  void everyJoinIsItsPortAndAnExtensionPoint() {
    assertThat(ActivationExtension.class).isAssignableTo(Activation.class);
    assertThat(LayerActivationExtension.class).isAssignableTo(LayerActivation.class);
    assertThat(LayerActivationExtension.class).isAssignableTo(ExtensionPoint.class);
    assertThat(GradientOptimizerExtension.class).isAssignableTo(GradientOptimizer.class);
    assertThat(PopulationOptimizerExtension.class).isAssignableTo(PopulationOptimizer.class);
    assertThat(ResultStoreProviderExtension.class).isAssignableTo(ResultStoreProvider.class);
    assertThat(ActivationExtension.class).isAssignableTo(ExtensionPoint.class);
    assertThat(GradientOptimizerExtension.class).isAssignableTo(ExtensionPoint.class);
    assertThat(PopulationOptimizerExtension.class).isAssignableTo(ExtensionPoint.class);
    assertThat(OracleOptimizerExtension.class).isAssignableTo(OracleOptimizer.class);
    assertThat(OracleOptimizerExtension.class).isAssignableTo(ExtensionPoint.class);
    assertThat(ResultStoreProviderExtension.class).isAssignableTo(ExtensionPoint.class);
  }
}
