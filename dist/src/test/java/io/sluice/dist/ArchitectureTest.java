package io.sluice.dist;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the modules. A rule that matches no class fails. */
class ArchitectureTest {

  private static final Path ROOT = Path.of("..");

  /** Every module's main classes, those of the plugins included, which are on no class path. */
  private static final JavaClasses SLUICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importLocations(
              Stream.of(
                      "core/spi",
                      "core/math",
                      "core/math-vector",
                      "core/formula",
                      "core/formula-code",
                      "core/moments",
                      "core/cluster",
                      "core/sketch",
                      "core/engine",
                      "core/analysis",
                      "core/report",
                      "core/passport",
                      "core/tck",
                      "activations",
                      "optimizers",
                      "plugins/sdk",
                      "plugins/host",
                      "plugins/store-sql",
                      "plugins/store-sqlite",
                      "plugins/store-jsonl",
                      "plugins/store-postgres",
                      "plugins/store-duckdb",
                      "plugins/store-csv",
                      "plugins/example-activation",
                      "studies",
                      "adapters-cli",
                      "adapters-web",
                      "dist")
                  .map(module -> Location.of(ROOT.resolve(module).resolve("target/classes")))
                  .toList());

  @Test
  void everyModuleIsLookedAt() {
    Stream.of(
            "io.sluice.spi",
            "io.sluice.math",
            "io.sluice.math.vector",
            "io.sluice.formula",
            "io.sluice.formula.code",
            "io.sluice.moments",
            "io.sluice.cluster",
            "io.sluice.sketch",
            "io.sluice.engine",
            "io.sluice.analysis",
            "io.sluice.report",
            "io.sluice.passport",
            "io.sluice.tck",
            "io.sluice.activations",
            "io.sluice.optimizers",
            "io.sluice.sdk",
            "io.sluice.plugin",
            "io.sluice.store.sql",
            "io.sluice.store.sqlite",
            "io.sluice.store.jsonl",
            "io.sluice.store.postgres",
            "io.sluice.store.duckdb",
            "io.sluice.store.csv",
            "org.example.sluice",
            "io.sluice.studies",
            "io.sluice.cli",
            "io.sluice.web",
            "io.sluice.dist")
        .forEach(name -> SLUICE.getPackage(name));
  }

  @TestFactory
  Stream<DynamicTest> packagesDependOnNothingElse() {
    return Stream.of(
        only("io.sluice.spi.."),
        only("io.sluice.math"),
        only("io.sluice.math.vector..", "io.sluice.math", "jdk.incubator.vector.."),
        only("io.sluice.formula", "io.sluice.spi..", "io.sluice.math.."),
        only("io.sluice.formula.code..", "io.sluice.formula", "org.objectweb.asm"),
        only("io.sluice.moments", "io.sluice.spi..", "io.sluice.math"),
        only("io.sluice.cluster"),
        only("io.sluice.sketch", "io.sluice.spi"),
        only(
            "io.sluice.engine..",
            "io.sluice.cluster",
            "io.sluice.spi..",
            "io.sluice.math..",
            "io.sluice.formula",
            "io.sluice.moments",
            "io.sluice.sketch"),
        only("io.sluice.analysis..", "io.sluice.sketch", "io.sluice.spi.."),
        only(
            "io.sluice.report",
            "io.sluice.report.figure..",
            "io.sluice.analysis..",
            "io.sluice.engine..",
            "io.sluice.spi.."),
        only(
            "io.sluice.report.catalog..",
            "io.sluice.report",
            "io.sluice.report.figure..",
            "io.sluice.analysis..",
            "io.sluice.engine..",
            "io.sluice.formula",
            "io.sluice.passport",
            "io.sluice.spi.."),
        only(
            "io.sluice.report.check..",
            "io.sluice.report",
            "io.sluice.tck",
            "io.sluice.passport",
            "io.sluice.passport.optimizer",
            "io.sluice.engine..",
            "io.sluice.spi.."),
        only(
            "io.sluice.passport..",
            "io.sluice.spi..",
            "io.sluice.math..",
            "io.sluice.moments",
            "io.sluice.formula..",
            "io.sluice.engine.."),
        only(
            "io.sluice.tck..",
            "io.sluice.spi..",
            "io.sluice.formula..",
            "org.junit.jupiter.api..",
            "org.opentest4j.."),
        only("io.sluice.sdk..", "io.sluice.spi..", "org.pf4j.."),
        only(
            "io.sluice.activations..",
            "io.sluice.spi..",
            "io.sluice.sdk..",
            "io.sluice.math..",
            "org.pf4j"),
        only(
            "io.sluice.optimizers..",
            "io.sluice.spi..",
            "io.sluice.sdk..",
            "io.sluice.math..",
            "org.pf4j"),
        only(
            "io.sluice.store.sql",
            "io.sluice.spi..",
            "io.sluice.sdk..",
            "java.sql..",
            "javax.sql.."),
        only(
            "io.sluice.store.sqlite..",
            "io.sluice.store.sql",
            "io.sluice.spi..",
            "io.sluice.sdk..",
            "org.pf4j",
            "java.sql..",
            "javax.sql..",
            "org.sqlite.."),
        only(
            "io.sluice.store.jsonl..",
            "io.sluice.spi..",
            "io.sluice.sdk..",
            "org.pf4j",
            "com.fasterxml.jackson.core.."),
        only(
            "io.sluice.store.postgres..",
            "io.sluice.store.sql",
            "io.sluice.spi..",
            "io.sluice.sdk..",
            "org.pf4j",
            "java.sql..",
            "javax.sql..",
            "org.postgresql..",
            "com.zaxxer.hikari..",
            "org.flywaydb.core.."),
        only(
            "io.sluice.store.duckdb..",
            "io.sluice.store.sql",
            "io.sluice.spi..",
            "io.sluice.sdk..",
            "org.pf4j",
            "java.sql..",
            "javax.sql..",
            "org.duckdb.."),
        only("io.sluice.store.csv..", "io.sluice.spi..", "io.sluice.sdk..", "org.pf4j"),
        only("org.example.sluice..", "io.sluice.spi..", "io.sluice.sdk..", "org.pf4j"),
        only(
            "io.sluice.plugin..",
            "io.sluice.engine..",
            "io.sluice.spi..",
            "io.sluice.sdk..",
            "org.pf4j..",
            "org.slf4j.."),
        only(
            "io.sluice.studies..",
            "io.sluice.engine..",
            "io.sluice.analysis..",
            "io.sluice.formula",
            "io.sluice.sketch",
            "io.sluice.spi..",
            "com.fasterxml.jackson..",
            "org.yaml.snakeyaml.."),
        only(
            "io.sluice.cli..",
            "io.sluice.studies..",
            "io.sluice.cluster",
            "io.sluice.engine..",
            "io.sluice.formula",
            "io.sluice.moments",
            "io.sluice.analysis..",
            "io.sluice.report..",
            "io.sluice.passport..",
            "io.sluice.spi..",
            "com.fasterxml.jackson..",
            "com.google.inject..",
            "jakarta.inject..",
            "picocli..",
            "org.slf4j..",
            "javax.lang.model..",
            "sun.misc.."),
        only(
            "io.sluice.web..",
            "io.sluice.studies..",
            "io.sluice.engine..",
            "io.sluice.formula",
            "io.sluice.analysis..",
            "io.sluice.report..",
            "io.sluice.passport..",
            "io.sluice.spi..",
            "com.fasterxml.jackson..",
            "com.google.inject..",
            "jakarta.inject..",
            "jakarta.servlet..",
            "io.javalin..",
            "org.eclipse.jetty..",
            "org.slf4j..",
            "kotlin..",
            "org.jetbrains.annotations.."));
  }

  @Test
  void nothingPointsAtTheCompositionRoot() {
    noClasses()
        .that(resideOutsideOfPackages("io.sluice.dist.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.sluice.dist.."))
        .check(SLUICE);
  }

  @Test
  void onlyTheCompositionRootSeesPluginHostAndAdaptersTogether() {
    noClasses()
        .that(resideOutsideOfPackages("io.sluice.dist..", "io.sluice.plugin.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.sluice.plugin.."))
        .check(SLUICE);
  }

  @Test
  void onlyTheVectorTwinSeesTheIncubatingModule() {
    noClasses()
        .that(resideOutsideOfPackages("io.sluice.math.vector.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("jdk.incubator.."))
        .check(SLUICE);
  }

  @Test
  void nobodySeesTheVectorTwin() {
    noClasses()
        .that(resideOutsideOfPackages("io.sluice.math.vector.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.sluice.math.vector.."))
        .check(SLUICE);
  }

  @Test
  void nobodySeesFormulasAsCode() {
    noClasses()
        .that(resideOutsideOfPackages("io.sluice.formula.code.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.sluice.formula.code..", "org.objectweb.asm.."))
        .check(SLUICE);
  }

  private static DynamicTest only(String subject, String... allowed) {
    List<String> packages = new ArrayList<>(List.of(allowed));
    packages.add(subject);
    packages.add("java.lang..");
    packages.add("java.io..");
    packages.add("java.math..");
    packages.add("java.net..");
    packages.add("java.nio..");
    packages.add("java.time..");
    packages.add("java.util..");
    packages.add("java.text..");
    packages.add("java.security..");
    packages.add("");
    ArchRule rule =
        classes()
            .that(resideInAnyPackage(subject))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new)));
    return DynamicTest.dynamicTest(subject, () -> rule.check(SLUICE));
  }
}
