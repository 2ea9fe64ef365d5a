package io.sluice.cli;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.spi.ActivationFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "new",
    description = {
      "Writes a plugin to begin with: a Maven project with one activation, its test and a study."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plugins new soft-line",
      "  sluice plugins new soft-line --package com.example.soft"
    })
final class PluginsNewCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      description = "The activation's id, and the name of the folder, such as soft-line.")
  private String name;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      defaultValue = "org.example",
      description = "The package of its classes; preset: ${DEFAULT-VALUE}.")
  private String packageName;

  private final Workbench bench;
  private final PluginInstaller installer;

  PluginsNewCommand(Workbench bench, PluginInstaller installer) {
    this.bench = bench;
    this.installer = installer;
  }

  @Override
  public Integer call() throws IOException {
    require(name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), "the name", name, "soft-line");
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
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw CommandFailure.workFailed("there is " + folder + " already; choose another name");
    }
    Catalog<ActivationFunction> present = bench.laboratory().components().activationsOfLayers();
    if (present.find(name).isPresent()) {
      throw CommandFailure.workFailed(
          "there is an activation \"" + name + "\" already; choose another name");
    }
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
