package io.sluice.dist;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SparkRoomTest {

  private static final JavaClasses SPARK =
      new ClassFileImporter().importPath(Path.of("../spark/target/classes"));

  @Test
  void theRoomSeesSparkAndWhatClustersAreAndNothingElse() {
    classes()
        .that(resideInAnyPackage("io.sluice.spark.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.sluice.spark..",
                "io.sluice.cluster",
                "org.apache.spark..",
                "scala..",
                "java.."))
        .check(SPARK);
  }
}
