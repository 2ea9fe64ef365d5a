package io.sluice.cli;

/** Writes arguments so that they can be pasted into a shell. */
final class ShellWord {

  private ShellWord() {}

  /** The word, in single quotes if the shell would not take it as it is. */
  static String of(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
