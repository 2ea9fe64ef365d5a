package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedTableTest {

  private static MadeUpStudy study(String name) {
    MadeUpStudy study = new MadeUpStudy();
    study.name = name;
    study.problems = List.of("hilly", "forest(copies=25)");
    study.activations = List.of("-");
    study.optimizers = List.of("noa");
    return study;
  }

  @Test
  void studiesThatRepeatPublishedFiguresSayHowTheyAgree() {
    Document document = study("noa-table").document();
    Table table = document.table("published");
    assertThat(table.rows()).hasSize(6);
    assertThat(table.rows())
        .filteredOn(row -> row.get(5).exact().equals(12L))
        .extracting(row -> row.get(0).text())
        .containsExactly("hilly", "forest(copies=25)");
    assertThat(document.sections()).extracting(Section::id).contains("published");
    assertThat(StudyDocument.brief(study("noa-table").rows()).table("published")).isEqualTo(table);
  }

  @Test
  void othersHaveNoSuchTable() {
    assertThat(study("made-up").document().sections())
        .extracting(Section::id)
        .doesNotContain("published");
  }

  @Test
  void everyPublishedCellIsThere() {
    assertThat(study("adamm-table").document().table("published").rows()).hasSize(18);
  }
}
