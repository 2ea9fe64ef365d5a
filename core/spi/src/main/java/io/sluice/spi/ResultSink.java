package io.sluice.spi;

/**
 * Takes the events of studies: a store, a progress bar and a web page's stream are all sinks.
 *
 * <pre>{@code
 * ResultSink counter = header -> event -> count.incrementAndGet();
 * }</pre>
 */
@FunctionalInterface
public interface ResultSink {

  /** Begins a study, or goes on with it if it was begun before. */
  ResultWriter open(StudyHeader header);
}
