package io.sluice.cli;

import java.util.Objects;

/**
 * What the command line has to be told.
 *
 * @param version Sluice's own version
 */
public record CliSettings(String version) {

  public CliSettings {
    Objects.requireNonNull(version, "version");
  }
}
