package io.sluice.web;

/**
 * How far a study is.
 *
 * @param state where it stands
 * @param finished how many of its trials the store has, or will have with its next flush
 * @param planned how many trials it has
 * @param ratePerSecond how many trials are finished in a second, since the run began; 0 unless it
 *     runs
 * @param message why the run failed, or trials of it, else empty
 */
record Progress(
    RunState state, long finished, long planned, double ratePerSecond, String message) {}
