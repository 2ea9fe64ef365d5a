package io.sluice.report;

/** A part of a section: sentences, a table, a figure or a text to be typed. */
public sealed interface Block permits Sentences, Table, Figure, Code {}
