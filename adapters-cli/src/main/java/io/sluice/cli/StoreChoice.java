package io.sluice.cli;

import picocli.CommandLine.Option;

/** The option that says where results are kept. */
final class StoreChoice {

  /** Where results are kept unless said otherwise. */
  static final String PRESET = "sqlite:results/sluice.db";

  @Option(
      names = "--store",
      paramLabel = "URL",
      defaultValue = PRESET,
      description = "Where results are kept; preset: ${DEFAULT-VALUE}. See: sluice list stores")
  private String url = PRESET;

  String url() {
    return url;
  }
}
