package io.sluice.cli;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.studies.ReadStudy;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say which study, and what is different in it this time. */
final class StudyChoice {

  @Parameters(
      paramLabel = "STUDY",
      description =
          "A study file, - for standard input, or the name of a study that comes with Sluice.")
  private String study;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replace a value of the study, such as repeats=20; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Replace the study's seed, a whole number.")
  private Long seed;

  /** The study as it was asked for, perhaps on standard input. */
  ReadStudy read(InputStream standardInput) {
    return read(standardInput, id -> Optional.empty());
  }

  /**
   * The study as it was asked for, perhaps by its id in a store.
   *
   * @param kept the text of the study that a store has under an id
   */
  ReadStudy read(InputStream standardInput, Function<String, Optional<String>> kept) {
    List<String> overrides = new ArrayList<>(settings);
    if (seed != null) {
      overrides.add("seed=" + seed);
    }
    return StudyLoader.load(study, overrides, standardInput, kept);
  }

  /** The plan of the study, or everything that is wrong with it. */
  StudyPlan plan(Workbench bench, ReadStudy read) {
    try (HeadwayLine line = new HeadwayLine(bench.terminal(), "planning", "cells")) {
      return StudyLoader.plan(bench.laboratory(), read, line);
    }
  }

  /** These arguments as they are typed. */
  String arguments() {
    StringBuilder text = new StringBuilder(ShellWord.of(study));
    settings.forEach(setting -> text.append(" --set ").append(ShellWord.of(setting)));
    if (seed != null) {
      text.append(" --seed ").append(seed);
    }
    return text.toString();
  }
}
