package io.sluice.report;

/** A part of a section: sentences, properties, a table, a figure or a text to be typed. */
public sealed interface Block permits Sentences, Sheet, Table, Figure, Code {}
