package io.sluice.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatedClassesTest {

  @TempDir Path folder;

  /** A jar with this test's class in it. */
  private Path jar(String name) throws Exception {
    Path jar = folder.resolve(name);
    String file = IsolatedClassesTest.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        var in = IsolatedClassesTest.class.getClassLoader().getResourceAsStream(file)) {
      out.putNextEntry(new ZipEntry("other/Thing.txt"));
      out.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry(file));
      in.transferTo(out);
    }
    return jar;
  }

  @Test
  void whatBothSidesSpeakOfIsTheSameClass() throws Exception {
    ClassLoader isolated = IsolatedClasses.of(List.of(folder));
    assertThat(isolated.loadClass(Cluster.class.getName())).isSameAs(Cluster.class);
  }

  @Test
  void nothingElseOfThisProcessIsSeen() {
    ClassLoader isolated = IsolatedClasses.of(List.of(folder));
    assertThatThrownBy(() -> isolated.loadClass("org.junit.jupiter.api.Test"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(isolated.getResource("org/junit/jupiter/api/Test.class")).isNull();
  }

  @Test
  void theFirstOfTheJarsWins() throws Exception {
    jar("b.jar");
    jar("a.jar");
    ClassLoader isolated = IsolatedClasses.of(List.of(folder));
    try (var in = isolated.getResourceAsStream("other/Thing.txt")) {
      assertThat(in).hasContent("a.jar");
    }
  }
}
