/**
 * Stores that are folders of lines, for authors of stores: a folder per study with its header, its
 * cells, its trials and its measurements, which any program can read. A store implements {@link
 * io.sluice.sdk.lines.LineStoreExtension} and brings a {@link io.sluice.sdk.lines.LineFormat},
 * which writes the fields of a line by a {@link io.sluice.sdk.lines.LineWriter} and gives them back
 * as {@link io.sluice.sdk.lines.FieldValue}s; {@link io.sluice.sdk.lines.ColumnFormat} does most of
 * it where a line is a row of a table.
 *
 * <p>The rest is the same for all: {@code LineStore} finds the {@code StudyFolder}s. Files of lines
 * are only appended to, by a {@code StudyWriter} that holds the {@link io.sluice.sdk.StudyLock}; a
 * {@code LineAppender} buffers whole lines, a {@code LineReader} gives only whole lines back,
 * {@code Mending} writes a file anew where something is wrong. {@code TrialIndex} finds the line of
 * each trial that counts, which is the last one. {@code Begun} and the {@code …Line}s say which
 * fields there are. {@code Disk} knows what it takes to survive a loss of power.
 */
package io.sluice.sdk.lines;
