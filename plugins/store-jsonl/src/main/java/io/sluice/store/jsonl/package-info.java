/**
 * Results as folders of JSON lines, {@code jsonl:results/jsonl}: one folder per study with {@code
 * study.json}, {@code cells.jsonl}, {@code trials.jsonl} and {@code measurements.jsonl}. {@link
 * io.sluice.store.jsonl.JsonlStoreProvider} is the extension; it opens a {@code JsonlStore}. Files
 * of lines are only appended to, by a {@code JsonlWriter} that holds the {@code StudyLock}; a
 * {@code LineAppender} buffers whole lines, a {@code LineReader} gives only whole lines back.
 * {@code TrialIndex} finds the line of each trial that counts, which is the last one. {@code Json}
 * and the {@code …Line} records are the spelling.
 */
package io.sluice.store.jsonl;
