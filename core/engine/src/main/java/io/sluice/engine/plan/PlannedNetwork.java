package io.sluice.engine.plan;

import io.sluice.engine.study.NetworkSpec;
import java.nio.charset.StandardCharsets;

/**
 * A network of a study before a problem.
 *
 * @param path the part of the study it came from
 * @param examples the data of the problem
 * @param digest of them, as texts of cells have it
 */
record PlannedNetwork(NetworkSpec spec, String path, Examples examples, byte[] digest) {

  PlannedNetwork(NetworkSpec spec, String path, Examples examples) {
    this(spec, path, examples, examples.digest().getBytes(StandardCharsets.UTF_8));
  }
}
