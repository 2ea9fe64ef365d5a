package io.sluice.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.spi.StudyHeader;

/** Studies and how far they are as JSON. */
final class StudyJson {

  private StudyJson() {}

  /** A line in the list of studies. */
  static ObjectNode brief(StudyHeader header, Progress progress) {
    ObjectNode json = Json.object();
    json.put("id", header.id());
    json.put("name", header.name());
    json.put("question", header.question());
    json.setAll(progress(progress));
    return json;
  }

  /** All that is known but the report. */
  static ObjectNode full(StudyHeader header, Progress progress) {
    ObjectNode json = brief(header, progress);
    json.put("budget", header.budget());
    json.set("targets", Json.numbers(header.targets()));
    json.put("spec", header.spec());
    ObjectNode provenance = json.putObject("provenance");
    header.provenance().forEach(provenance::put);
    return json;
  }

  /** The receipt for a study handed in. */
  static ObjectNode receipt(StudyDesk.Receipt receipt) {
    ObjectNode json = Json.object();
    json.put("id", receipt.header().id());
    json.put("name", receipt.header().name());
    json.put("state", receipt.state().word());
    json.put("trials", receipt.header().trials());
    json.put("location", location(receipt.header()));
    json.set("notes", Json.texts(receipt.notes()));
    return json;
  }

  /** Where the study is found. */
  static String location(StudyHeader header) {
    return "/api/studies/" + header.id();
  }

  /** The state, and how many trials are finished. */
  static ObjectNode progress(Progress progress) {
    ObjectNode json = Json.object();
    json.put("state", progress.state().word());
    ObjectNode numbers = json.putObject("progress");
    numbers.put("finished", progress.finished());
    numbers.put("planned", progress.planned());
    numbers.put("ratePerSecond", progress.ratePerSecond());
    if (!progress.message().isEmpty()) {
      json.put("message", progress.message());
    }
    return json;
  }
}
