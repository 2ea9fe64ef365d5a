/**
 * Results as folders of JSON lines, {@code jsonl:results/jsonl}: one folder per study with {@code
 * study.json}, {@code cells.jsonl}, {@code trials.jsonl} and {@code measurements.jsonl}. {@link
 * io.sluice.store.jsonl.JsonlStoreProvider} is the extension; {@code JsonFormat} is how lines are
 * spelt, by {@code JsonLine} and {@code JsonValue}. All else is in {@link io.sluice.sdk.lines}.
 */
package io.sluice.store.jsonl;
