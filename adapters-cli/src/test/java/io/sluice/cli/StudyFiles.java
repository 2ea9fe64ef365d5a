package io.sluice.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Study files for tests. */
final class StudyFiles {

  private StudyFiles() {}

  /** 2 activations, 1 optimizer with 2 rates, 3 repeats: 12 trials. */
  static final String SMALL =
      String.join(
          "\n",
          "study: small",
          "question: Which is better?",
          "repeats: 3",
          "budget: 301",
          "targets: [0.1, 0.001]",
          "problems: {id: single-example, x: 1, y: 0.5}",
          "networks: {hidden: [1]}",
          "activations: [tanh, identity]",
          "optimizers: {id: sgd, learning-rate: [0.1, 0.2]}",
          "initial-weights: {uniform: 1}",
          "measure: {every: 50}",
          "");

  /** Writes a study file and returns its path. */
  static String write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
