package io.sluice.engine.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What comes to light while a study is planned: what is wrong with it and what a reader should
 * know, each said once.
 *
 * @param complaints in the order they are found
 * @param notes in the order they are found
 */
record Findings(List<Complaint> complaints, Set<String> notes) {

  Findings(List<Complaint> complaints) {
    this(complaints, new LinkedHashSet<>());
  }

  void complain(String path, String message) {
    Complaint complaint = new Complaint(path, message);
    if (!complaints.contains(complaint)) {
      complaints.add(complaint);
    }
  }

  void note(String note) {
    notes.add(note);
  }
}
