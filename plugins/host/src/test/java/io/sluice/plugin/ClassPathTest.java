package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.pf4j.IndexedExtensionFinder;

class ClassPathTest {

  @Test
  void hostCarriesNoExtensionIndexThatAPluginCouldInherit() throws IOException {
    assertThat(
            Collections.list(
                PluginHost.class
                    .getClassLoader()
                    .getResources(IndexedExtensionFinder.EXTENSIONS_RESOURCE)))
        .isEmpty();
  }
}
