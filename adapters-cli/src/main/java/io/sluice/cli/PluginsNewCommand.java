package io.sluice.cli;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.studies.PackText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "new",
    description = {
      "Writes a plugin to begin with: a Maven project with one activation, its test and a study.",
      "With --formula it writes a pack instead: a text that is a plugin as it stands, for which no"
          + " Java is needed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plugins new soft-line",
      "  sluice plugins new soft-line --package com.example.soft",
      "  sluice plugins new tanh-lift --formula 'x*tanh(a*x)' --set a=1.5"
    })
final class PluginsNewCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      description = "The activation's id, and the name of the folder or pack, such as soft-line.")
  private String name;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      defaultValue = "org.example",
      description = "The package of its classes; preset: ${DEFAULT-VALUE}.")
  private String packageName;

  @Option(
      names = "--formula",
      paramLabel = "FORMULA",
      description = "Write NAME.yaml, a pack with the activation of this formula in x.")
  private String formula;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "With --formula: the preset of a hyper-parameter; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  private final Workbench bench;
  private final PluginInstaller installer;

  PluginsNewCommand(Workbench bench, PluginInstaller installer) {
    this.bench = bench;
    this.installer = installer;
  }

  @Override
  public Integer call() throws IOException {
    require(name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), "the name", name, "soft-line");
    if (formula != null) {
      return writePack();
    }
    if (!settings.isEmpty()) {
      throw CommandFailure.wrongUsage("--set needs --formula");
    }
    require(
        packageName.matches("[a-z_]\\w*(\\.[a-z_]\\w*)*"), "--package", packageName, "org.example");
    if (!SourceVersion.isName(packageName)) {
      throw CommandFailure.wrongUsage(
          "--package cannot be \"" + packageName + "\": \"" + keyword() + "\" is a word of Java");
    }
    if (packageName.matches("javax?(\\..*)?") || installer.provides(packageName)) {
      throw CommandFailure.wrongUsage(
          "--package cannot be \""
              + packageName
              + "\", which belongs to "
              + (packageName.startsWith("java") ? "Java" : "Sluice")
              + "; take one of your own, such as org.example");
    }
    Path folder = Path.of(name);
    refuseTaken(folder);
    PluginTemplate.named(name, packageName).writeTo(folder);
    bench
        .terminal()
        .out()
        .println(
            String.join(
                "\n",
                "wrote the plugin " + folder + ". Now change its formula, and then:",
                "  cd " + folder,
                "  mvn package",
                "  sluice plugins check target/" + name + "-1.0.0.jar",
                "  sluice run study.yaml --plugins target"));
    return CommandFailure.DONE;
  }

  private int writePack() throws IOException {
    FormulaActivation written =
        (FormulaActivation)
            ComponentChoice.formula(bench.laboratory(), formula, settings).activation().component();
    Path file = Path.of(name + ".yaml");
    refuseTaken(file);
    Files.writeString(file, PackText.of(named(written.definition())));
    bench
        .terminal()
        .out()
        .println(
            String.join(
                "\n",
                "wrote the pack " + file + ". Now say in it what the activation is, and then:",
                "  sluice plugins check " + file,
                "  sluice plugins install " + file,
                "  sluice show " + name));
    return CommandFailure.DONE;
  }

  /** The definition under its own name. */
  private ActivationDefinition named(ActivationDefinition definition) {
    return new ActivationDefinition(
        name,
        Description.of("An activation of my own", definition.description().formula(), ""),
        definition.hyperparameters().stream()
            .map(h -> Hyperparameter.real(h.name(), h.value(), h.range(), ""))
            .toList(),
        definition.trainable(),
        definition.sharing(),
        Optional.empty(),
        Optional.empty());
  }

  private void refuseTaken(Path path) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw CommandFailure.workFailed("there is " + path + " already; choose another name");
    }
    Catalog<ActivationFunction> present = bench.laboratory().components().activationsOfLayers();
    if (present.find(name).isPresent()) {
      throw CommandFailure.workFailed(
          "there is an activation \"" + name + "\" already; choose another name");
    }
  }

  private String keyword() {
    return Stream.of(packageName.split("\\."))
        .filter(SourceVersion::isKeyword)
        .findFirst()
        .orElseThrow();
  }

  private static void require(boolean right, String what, String given, String example) {
    if (!right) {
      throw CommandFailure.wrongUsage(
          what + " must be like " + example + ", but is \"" + given + "\"");
    }
  }
}
