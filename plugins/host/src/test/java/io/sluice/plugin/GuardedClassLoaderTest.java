package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Component;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultPluginManager;
import org.slf4j.Logger;

class GuardedClassLoaderTest {

  @TempDir private Path temporary;

  @Test
  void takesProvidedClassesFromSluiceEvenWhereThePluginHasItsOwn() throws ClassNotFoundException {
    Path jar =
        PluginJar.of("p")
            .entry("io/sluice/spi/Component.class", "not a class")
            .entry("org/slf4j/Logger.class", "not a class")
            .writeTo(temporary.resolve("p.jar"));

    ClassLoader loader =
        GuardedClassLoader.ofJars(new DefaultPluginManager(temporary))
            .loadPlugin(jar, new DefaultPluginDescriptor());

    assertThat(loader.loadClass("io.sluice.spi.Component")).isSameAs(Component.class);
    assertThat(loader.loadClass("org.slf4j.Logger")).isSameAs(Logger.class);
  }
}
