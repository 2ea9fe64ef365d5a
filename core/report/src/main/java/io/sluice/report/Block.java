package io.sluice.report;

/** A part of a section: some sentences, a table or a figure. */
public sealed interface Block permits Sentences, Table, Figure {}
